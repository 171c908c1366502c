package fr.quartdheure.territory;

import fr.quartdheure.atlas.travel.Position;
import fr.quartdheure.geo.AskedCommunes;
import fr.quartdheure.geo.Coordinates;
import fr.quartdheure.intake.Column;
import fr.quartdheure.intake.FileRefused;
import fr.quartdheure.intake.Intake;
import fr.quartdheure.intake.Refused;
import fr.quartdheure.intake.RowRefused;
import fr.quartdheure.intake.TableFile;
import fr.quartdheure.territory.Establishment.Teller;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the rows of one file of hospitals, in either of its forms. Not thread-safe. */
final class HospitalRows {

    private static final Column KIND = Column.optional("kind", "kind", "genre", "type");
    private static final Column CATEGORY = Column.optional("category", "categ", "categetab", "categorie_code");
    private static final Column FINESS = Column.optional("finess", "finess", "nofinesset", "num_finess_et");
    private static final Column NAME = Column.required("name", "name", "nom", "raison_sociale", "rs");
    private static final Column LONG_NAME = Column.optional("long name", "raison_sociale_longue", "rslongue");
    private static final Column COMMUNE =
            Column.required("commune", "code_insee", "code_commune", "insee_com", "commune");
    private static final Column LAT = Column.required("latitude", "lat", "latitude", "coord_lat");
    private static final Column LON = Column.required("longitude", "lon", "lng", "longitude", "coord_lon");

    static final List<Column> COLUMNS = List.of(KIND, CATEGORY, FINESS, NAME, LONG_NAME, COMMUNE, LAT, LON);

    /** Centre hospitalier, centre hospitalier régional, établissement de soins pluridisciplinaire. */
    private static final Set<String> HOSPITALS = Set.of("355", "101", "365");

    // The register files what belongs to a hospital under the hospital's category, wherever it stands: an ambulance
    // base in a village would pass for a hospital there. Only names that say it are left aside.
    private static final Pattern ANNEX = Pattern.compile("(HJ|HN|HDJ|CMP|CATT[PG]|HOPITAL DE JOUR|CEGIDD|CLAT|LABO"
            + "|LABORATOIRE|PHARMACIE|HAD|SOINS A DOM|(CTRE|CENTRE) (DE )?PLANIF(ICATION)?|(CTRE|CENTRE) DEPISTAGE"
            + "|(CTRE|CENTRE) SANTE SEXUELLE|CONSULTATIONS?|MDA)\\b.*|.*\\b(SMUR|SAMU)\\b.*");

    private static final Pattern NUMBER = Pattern.compile("[0-9][0-9AB][0-9]{7}");
    private static final Pattern LOST_ZERO = Pattern.compile("[0-9]{8}");
    private static final Pattern CODE = Pattern.compile("[0-9]{3}");
    private static final int LONGEST_NAME = 200;

    private final AskedCommunes asked;
    private final String source;
    private Teller teller = Teller.LIST;
    private boolean refused;
    private int annexes;

    HospitalRows(AskedCommunes asked, String source) {
        this.asked = asked;
        this.source = source;
    }

    Teller teller() {
        return teller;
    }

    /** Whether a row was not believed: what the file then does not tell may have stood in it. */
    boolean anyRefused() {
        return refused;
    }

    /** How many rows of the register were left aside for being a part of a hospital. */
    int annexes() {
        return annexes;
    }

    Intake.Rows<HospitalShelf.Fact> open(TableFile table) throws FileRefused {
        boolean list = !table.heading(KIND).isEmpty();
        if (!list && table.heading(CATEGORY).isEmpty()) {
            throw new FileRefused(Refused.at(1, "import.file.columns", "kind, category", "kind / genre, categ"));
        }
        teller = list ? Teller.LIST : Teller.REGISTER;
        return row -> {
            try {
                return read(row).map(HospitalShelf.Fact::standing);
            } catch (RowRefused e) {
                refused = true;
                throw e;
            }
        };
    }

    private Optional<Establishment> read(TableFile.Row row) throws RowRefused {
        if (teller == Teller.REGISTER && row.whole() && !isHospital(row)) {
            return Optional.empty();
        }
        Optional<String> commune = asked.find(row, COMMUNE);
        return commune.isEmpty() ? Optional.empty() : Optional.of(establishment(row, commune.get()));
    }

    private boolean isHospital(TableFile.Row row) throws RowRefused {
        String category = row.value(CATEGORY);
        if (!CODE.matcher(category).matches()) {
            throw new RowRefused(Refused.at(row.line(), "import.row.category", category));
        }
        boolean annex =
                HOSPITALS.contains(category) && ANNEX.matcher(row.value(NAME)).matches();
        annexes += annex ? 1 : 0;
        return HOSPITALS.contains(category) && !annex;
    }

    private Establishment establishment(TableFile.Row row, String commune) throws RowRefused {
        String written = row.value(KIND);
        EstablishmentKind kind = teller == Teller.REGISTER
                ? EstablishmentKind.HOSPITAL
                : EstablishmentKind.read(written)
                        .orElseThrow(() -> new RowRefused(Refused.at(row.line(), "import.row.kind", written)));
        String finess = finess(row);
        return new Establishment(kind, finess.isEmpty() ? null : finess, name(row), commune, at(row), teller, source);
    }

    /** The register always gives one, a list may. */
    private String finess(TableFile.Row row) throws RowRefused {
        String written = row.value(FINESS);
        String finess = LOST_ZERO.matcher(written).matches() ? "0" + written : written;
        if (!NUMBER.matcher(finess).matches() && (teller == Teller.REGISTER || !finess.isEmpty())) {
            throw new RowRefused(Refused.at(row.line(), "import.row.finess", written));
        }
        return finess;
    }

    private static String name(TableFile.Row row) throws RowRefused {
        String name = row.value(LONG_NAME).isBlank() ? row.value(NAME) : row.value(LONG_NAME);
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new RowRefused(Refused.at(row.line(), "import.row.name", name));
        }
        return name;
    }

    private static Position at(TableFile.Row row) throws RowRefused {
        return switch (Coordinates.read(row.value(LAT), row.value(LON))) {
            case Coordinates.Good good -> good.position();
            case Coordinates.Wrong wrong ->
                throw new RowRefused(Refused.at(row.line(), wrong.key(), row.value(LAT), row.value(LON)));
        };
    }
}
