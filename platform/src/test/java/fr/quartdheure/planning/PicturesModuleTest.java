package fr.quartdheure.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.quartdheure.atlas.travel.Position;
import fr.quartdheure.directory.Address;
import fr.quartdheure.directory.Gender;
import fr.quartdheure.directory.Organization;
import fr.quartdheure.directory.OrganizationKind;
import fr.quartdheure.directory.Organizations;
import fr.quartdheure.directory.Practitioner;
import fr.quartdheure.directory.Practitioners;
import fr.quartdheure.directory.Provenance;
import fr.quartdheure.directory.Site;
import fr.quartdheure.directory.SiteKind;
import fr.quartdheure.directory.Sites;
import fr.quartdheure.geo.Commune;
import fr.quartdheure.geo.CommuneImport;
import fr.quartdheure.geo.Communes;
import fr.quartdheure.intake.ImportProgress;
import fr.quartdheure.intake.ImportRequest;
import fr.quartdheure.intake.Importer;
import fr.quartdheure.territory.AplImport;
import fr.quartdheure.territory.SupplyImport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two communes and a part of one, 20 minutes from each other. */
class PicturesModuleTest {

    private static final String SLOTS = """
            with rule as (insert into scheduling.availability_rule
                (practitioner_id, site_id, service_code, kind, mode, weekday, starts, ends, slot_minutes, valid_from)
              values (:practitioner, :site, :service, 'scheduled', 'home', 1, '08:00', '20:00', 15, '2026-11-23')
              returning id)
            insert into scheduling.slot (rule_id, practitioner_id, site_id, service_code, kind, mode, start_at, end_at,
                window_end, online)
            select rule.id, :practitioner, :site, :service, 'scheduled', :mode, at, at + interval '5 minutes', at, true
            from rule, generate_series(1, :count) as n,
              lateral (select :from::timestamptz + n * interval '5 minutes' as at) as hour
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final Wired wired = new Wired();
    private final Pictures pictures = wired.get(Pictures.class);

    @BeforeEach
    void settle() {
        wired.get(Communes.class)
                .saveAll(List.of(
                        new Commune("66001", "Ici", List.of("66100"), 900, 42.700, 2.9, null, false),
                        new Commune("66002", "Près", List.of("66200"), 600, 42.790, 2.9, null, false),
                        new Commune("66001-est", "Ici, Est", List.of("66100"), 300, 42.701, 2.9, "66001", false)));
    }

    @AfterEach
    void close() {
        wired.close();
    }

    @Test
    void aPictureIsKeptUntilTheTerritoryChangesOrAnHourIsOver() {
        Picture first = pictures.current();
        assertThat(pictures.current()).isSameAs(first);
        UUID site = site(SiteKind.MSP);
        Picture second = pictures.current();
        assertThat(second).isNotSameAs(first);
        assertThat(first.points()).isEmpty();
        assertThat(second.points()).extracting(PointOfCare::siteId).containsExactly(site);
        wired.clock.advance(Duration.ofMinutes(59));
        assertThat(pictures.current()).isSameAs(second);
        wired.clock.advance(Duration.ofMinutes(1));
        assertThat(pictures.current()).isNotSameAs(second);
    }

    @Test
    void anImportOfCommunesShowsAtOnce() throws IOException {
        assertThat(pictures.current().demand().size())
                .as("a part of a commune counts in it")
                .isEqualTo(2);
        imported(CommuneImport.on(wired.database), """
                code_insee,nom,code_postal,population,latitude_centre,longitude_centre
                66003,Loin,66300,100,42.9,2.9
                """);
        assertThat(pictures.current().demand().find("66003")).isPresent();
        assertThat(pictures.current().demand().population()).contains(100);
    }

    @Test
    void agendasOfferAsTheDreesCountsThem() {
        UUID house = site(SiteKind.MSP);
        slots(house, "general-practice", "on-site", 280);
        slots(house, "general-practice", "on-site", 28);
        slots(house, "general-practice", "on-site", 19);
        slots(house, "general-practice", "on-site", 1000);
        slots(house, "general-practice", "teleconsultation", 500);
        slots(house, "midwifery", "on-site", 500);
        Offer offer = pictures.current().offer();
        assertThat(offer.isWhole()).isFalse();
        // 280 slots in four weeks are 3650 a year; 28 count as the floor, 19 (248 a year) for nothing, 1000 the
        // ceiling.
        assertThat(offer.total()).isCloseTo(3650 + 3600 + 6000, within(1e-6));
    }

    @Test
    void aHealthCentreCountsItsActsWithoutBounds() {
        slots(site(SiteKind.HEALTH_CENTRE), "general-practice", "on-site", 28);
        assertThat(pictures.current().offer().total()).isCloseTo(365, within(1e-6));
        assertThat(pictures.current().apl()[0]).isGreaterThan(0);
    }

    @Test
    void aFileThatTellsEverybodysOfferGoesBeforeTheAgendas() throws IOException {
        slots(site(SiteKind.MSP), "general-practice", "on-site", 280);
        imported(SupplyImport.on(wired.database, wired.clock), "code,consultations,etp\n66001,9000,2\n66002,0,0\n");
        Offer offer = pictures.current().offer();
        assertThat(offer.isWhole()).isTrue();
        assertThat(offer.total()).isEqualTo(9000);
        var departed = wired.get(Prospects.class).of(List.of(new Change.Departure("66001", "Ici", 1)));
        assertThat(departed.apl()[0]).isCloseTo(pictures.current().apl()[0] / 2, within(1e-12));
    }

    @Test
    void peopleWeighAsTheLatestFileTells() throws IOException {
        imported(AplImport.on(wired.database, wired.clock), "code,apl_2022,pop_std_2022\n66001,2.5,1800\n");
        imported(AplImport.on(wired.database, wired.clock), "code,apl_2023,pop_std_2023\n66001,3.5,1200\n");
        Picture picture = pictures.current();
        assertThat(picture.demand().standardised()).containsExactly(1200, 600);
        assertThat(picture.official(0).orElseThrow().allDoctors()).isEqualTo(3.5);
        assertThat(picture.official(1)).isEmpty();
    }

    @Test
    void unmetSearchesOfTwelveMonthsAreCountedByCommune() {
        unmet("66001", "2026-11-22", 11);
        unmet("66002", "2025-11-23", 3);
        unmet("66002", "2025-11-22", 40);
        assertThat(wired.get(UnmetNeeds.class).byCommune()).containsOnly(Map.entry("66001", 11), Map.entry("66002", 3));
    }

    private UUID site(SiteKind kind) {
        var owner = new Organization(
                UUID.randomUUID(), "Ville", OrganizationKind.MUNICIPALITY, null, null, null, Provenance.LOCAL);
        wired.get(Organizations.class).add(owner);
        UUID id = UUID.randomUUID();
        var address = new Address("1 rue Haute", "66100", "66001", "Ici");
        var position = new Position(42.7, 2.9);
        wired.get(Sites.class)
                .add(new Site(
                        id,
                        owner.id(),
                        "Centre",
                        kind,
                        null,
                        address,
                        position,
                        null,
                        true,
                        null,
                        null,
                        false,
                        24,
                        Provenance.LOCAL));
        return id;
    }

    private UUID practitioner() {
        UUID id = UUID.randomUUID();
        wired.get(Practitioners.class)
                .add(new Practitioner(
                        id,
                        null,
                        "Vidal",
                        "Claire",
                        Gender.FEMALE,
                        "10",
                        null,
                        List.of("fr"),
                        false,
                        Provenance.LOCAL));
        return id;
    }

    /** Of a new practitioner, from the clock's moment on. */
    private void slots(UUID site, String service, String mode, int count) {
        wired.jdbc
                .sql(SLOTS)
                .param("practitioner", practitioner())
                .param("site", site)
                .param("service", service)
                .param("mode", mode)
                .param("count", count)
                .param("from", wired.clock.instant().toString())
                .update();
    }

    private void unmet(String commune, String day, int searches) {
        wired.jdbc
                .sql("""
                        insert into scheduling.unmet_search (day, commune_code, service_code, within_minutes)
                        select :day::date, :commune, 'general-practice', 15 from generate_series(1, :searches)
                        """)
                .param("day", day)
                .param("commune", commune)
                .param("searches", searches)
                .update();
    }

    private void imported(Importer importer, String text) throws IOException {
        Path file = Files.writeString(folder.resolve("figures.csv"), text);
        var report = importer.run(new ImportRequest(file, null, false), ImportProgress.SILENT);
        assertThat(report.refused()).isEmpty();
    }
}
