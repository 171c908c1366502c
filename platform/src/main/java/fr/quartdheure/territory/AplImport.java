package fr.quartdheure.territory;

import fr.quartdheure.geo.AskedCommunes;
import fr.quartdheure.geo.Communes;
import fr.quartdheure.intake.Column;
import fr.quartdheure.intake.FileRefused;
import fr.quartdheure.intake.ImportProgress;
import fr.quartdheure.intake.ImportReport;
import fr.quartdheure.intake.ImportRequest;
import fr.quartdheure.intake.Importer;
import fr.quartdheure.intake.Intake;
import fr.quartdheure.intake.Refused;
import fr.quartdheure.intake.RowRefused;
import fr.quartdheure.intake.TableFile;
import java.io.IOException;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes the accessibility of general practitioners that the DREES publishes, year by year. Thread-safe. */
@Component
public class AplImport implements Importer {

    private static final Column CODE = Column.required("code", "code", "code_commune_insee", "codgeo", "insee_com");
    private static final Column ALL = Column.required("APL", "apl_####", "apl", "apl_aux_medecins_generalistes");
    private static final Column UNDER_65 = Column.optional(
            "APL under 65", "apl_65_####", "apl_65", "apl_aux_medecins_generalistes_de_65_ans_et_moins");
    private static final Column STANDARDISED = Column.optional(
            "standardised population",
            "pop_std_####",
            "pop_std",
            "population_standardisee_####_pour_la_medecine_generale");
    private static final Column POPULATION =
            Column.optional("population", "pop_####", "population_totale_####", "pop", "population");
    private static final Column YEAR = Column.optional("year", "year", "annee");
    private static final List<Column> COLUMNS = List.of(CODE, ALL, UNDER_65, STANDARDISED, POPULATION, YEAR);

    /** The highest commune of France has 24; beyond, a population stands in the wrong column. */
    private static final double MOST_APL = 50;

    private static final double MOST_PEOPLE = 5_000_000;

    /** The two series are rounded each on its own. */
    private static final double ROUNDING = 0.01;

    private final Communes communes;
    private final OfficialApls apls;
    private final TransactionOperations transaction;

    AplImport(Communes communes, OfficialApls apls, TransactionOperations transaction) {
        this.communes = communes;
        this.apls = apls;
        this.transaction = transaction;
    }

    /** For the command line, which runs without the application around it. */
    public static AplImport on(DataSource database, Clock clock) {
        var jdbc = JdbcClient.create(database);
        return new AplImport(
                Communes.on(jdbc),
                new OfficialApls(jdbc, clock),
                new TransactionTemplate(new JdbcTransactionManager(database)));
    }

    @Override
    public String kind() {
        return "apl";
    }

    @Override
    public ImportReport run(ImportRequest request, ImportProgress progress) throws IOException {
        var asked = AskedCommunes.of(communes, request);
        var intake = new Intake<>(COLUMNS, table -> opened(table, asked, request.source()), new Figures(), transaction);
        return intake.run(request, progress);
    }

    private static Intake.Rows<OfficialApl> opened(TableFile table, AskedCommunes asked, String source)
            throws FileRefused {
        String digits = table.heading(ALL).replaceAll("[^0-9]", "");
        if (digits.isEmpty() && table.heading(YEAR).isEmpty()) {
            throw new FileRefused(Refused.at(1, "import.file.year"));
        }
        return row -> read(row, digits, asked, source);
    }

    private static Optional<OfficialApl> read(TableFile.Row row, String headingYear, AskedCommunes asked, String source)
            throws RowRefused {
        Optional<String> code = asked.find(row, CODE);
        if (code.isEmpty()) {
            return Optional.empty();
        }
        double all = row.number(ALL, MOST_APL);
        Double under65 = orNull(row, UNDER_65, MOST_APL);
        if (under65 != null && under65 > all + ROUNDING) {
            throw new RowRefused(Refused.at(row.line(), "import.row.series", row.value(UNDER_65), row.value(ALL)));
        }
        return Optional.of(new OfficialApl(
                code.get(),
                Years.read(row, row.value(YEAR).isEmpty() ? headingYear : row.value(YEAR)),
                all,
                under65,
                orNull(row, STANDARDISED, MOST_PEOPLE),
                orNull(row, POPULATION, MOST_PEOPLE),
                source));
    }

    private static @Nullable Double orNull(TableFile.Row row, Column column, double most) throws RowRefused {
        return row.value(column).isEmpty() ? null : (Double) row.number(column, most);
    }

    private final class Figures implements Intake.Shelf<OfficialApl> {

        @Override
        public String key(OfficialApl apl) {
            return apl.communeCode() + " " + apl.year();
        }

        @Override
        public Map<String, OfficialApl> known() {
            var known = new HashMap<String, OfficialApl>();
            apls.list().forEach(apl -> known.put(key(apl), apl));
            return known;
        }

        @Override
        public void saveAll(Collection<OfficialApl> changed) {
            apls.saveAll(changed);
        }
    }
}
