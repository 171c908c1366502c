package fr.quartdheure.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RosterTest {
    private static final Population POPULATION = Population.on(LocalDate.of(2026, 11, 21));
    private static final List<Rule> RULES = POPULATION.rules();
    private static final Map<String, Site> SITES =
            Territory.sites().stream().collect(Collectors.toMap(Site::key, Function.identity()));
    private static final Map<String, Room> ROOMS =
            Territory.rooms().stream().collect(Collectors.toMap(Room::key, Function.identity()));

    @Test
    void nobodyIsInTwoPlacesAtOnce() {
        assertNoOverlap(Rule::practitionerKey);
    }

    @Test
    void noRoomIsUsedTwiceAtOnce() {
        assertNoOverlap(Rule::roomKey);
    }

    @Test
    void rulesStayInsideTheirSite() {
        assertThat(RULES).extracting(Rule::key).doesNotHaveDuplicates();
        for (Rule rule : RULES) {
            Site site = Objects.requireNonNull(SITES.get(rule.siteKey()), rule.key());
            assertThat(site.hours())
                    .as(rule.key())
                    .anyMatch(hours -> hours.covers(rule.day(), rule.starts(), rule.ends()));
            assertThat(site.services()).as(rule.key()).contains(rule.service());
            assertThat(Duration.between(rule.starts(), rule.ends()).toMinutes() % rule.slotMinutes())
                    .as(rule.key())
                    .isZero();
            assertThat(rule.starts().isBefore(LocalTime.of(13, 0))
                            && rule.ends().isAfter(LocalTime.of(13, 0)))
                    .as("straddles midday " + rule.key())
                    .isFalse();
            assertThat(rule.unscheduled()).isEqualTo(rule.opensAt() != null).isEqualTo(rule.opensDaysBefore() != null);
            assertThat(POPULATION.roles())
                    .anyMatch(role -> role.practitionerKey().equals(rule.practitionerKey())
                            && role.siteKey().equals(rule.siteKey()));
        }
    }

    @Test
    void windowsAreSharedWithOrganizationsThatExist() {
        Set<String> organizations =
                Territory.organizations().stream().map(Organization::key).collect(Collectors.toSet());
        assertThat(RULES).allMatch(rule -> organizations.containsAll(rule.sharedWith()));
        assertThat(RULES)
                .allMatch(rule -> rule.unscheduled() || rule.sharedWith().isEmpty());
        assertThat(POPULATION.secretaries()).allMatch(staff -> SITES.keySet().containsAll(staff.siteKeys()));
    }

    @Test
    void roomsFitTheService() {
        Map<String, Set<String>> special = Map.of("physiotherapy", Set.of("physiotherapy", "consulting"));
        for (Rule rule : RULES) {
            if (rule.roomKey() == null) {
                assertThat(rule.mode()).isEqualTo("home");
                continue;
            }
            Room room = Objects.requireNonNull(ROOMS.get(rule.roomKey()), rule.key());
            assertThat(room.siteKey()).isEqualTo(rule.siteKey());
            Set<String> kinds = rule.siteKey().equals("booth-est")
                    ? Set.of("booth")
                    : special.getOrDefault(rule.service(), Set.of("consulting"));
            assertThat(kinds).as(rule.key()).contains(room.kind());
        }
    }

    @Test
    void everyServiceOfASiteIsGiven() {
        for (Site site : Territory.sites()) {
            Set<String> given = RULES.stream()
                    .filter(rule -> rule.siteKey().equals(site.key()))
                    .map(Rule::service)
                    .collect(Collectors.toSet());
            assertThat(given).as(site.name()).isEqualTo(Set.copyOf(site.services()));
        }
    }

    @Test
    void boothIsServedWheneverItIsOpen() {
        for (Hours hours : Objects.requireNonNull(SITES.get("booth-est")).hours()) {
            long served = RULES.stream()
                    .filter(rule -> rule.siteKey().equals("booth-est") && rule.day() == hours.day())
                    .mapToLong(
                            rule -> Duration.between(rule.starts(), rule.ends()).toMinutes())
                    .sum();
            assertThat(served)
                    .isEqualTo(Duration.between(hours.opens(), hours.closes()).toMinutes());
        }
    }

    @Test
    void townIsWithinAQuarterOfAnHourAndTheHighValleysAreNot() {
        assertThat(Territory.districts()).allMatch(district -> minutesToGp(district.lat(), district.lon(), 1.0) <= 15);
        assertThat(minutesToGpFrom("66179")).isLessThan(15);
        assertThat(minutesToGpFrom("66125")).as("Olette, upper Conflent").isGreaterThan(15);
        assertThat(minutesToGpFrom("66127")).as("Opoul-Périllos, Corbières").isGreaterThan(15);
    }

    private static double minutesToGpFrom(String code) {
        Commune commune = Territory.communes().stream()
                .filter(candidate -> candidate.code().equals(code))
                .findFirst()
                .orElseThrow();
        return minutesToGp(commune.lat(), commune.lon(), commune.mountain() ? 1.25 : 1.0);
    }

    private static double minutesToGp(double lat, double lon, double factor) {
        return RULES.stream()
                .filter(rule -> rule.service().equals("general-practice"))
                .map(rule -> Objects.requireNonNull(SITES.get(rule.siteKey())))
                .distinct()
                .mapToDouble(site -> factor * TravelLaw.minutes(lat, lon, site.lat(), site.lon()))
                .min()
                .orElseThrow();
    }

    private static void assertNoOverlap(Function<Rule, @Nullable String> resource) {
        for (Rule rule : RULES) {
            String key = resource.apply(rule);
            assertThat(RULES)
                    .filteredOn(other -> other != rule && key != null && key.equals(resource.apply(other)))
                    .noneMatch(other -> other.day() == rule.day()
                            && other.starts().isBefore(rule.ends())
                            && rule.starts().isBefore(other.ends()));
        }
    }
}
