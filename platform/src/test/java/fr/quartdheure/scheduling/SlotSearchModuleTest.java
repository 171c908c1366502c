package fr.quartdheure.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import fr.quartdheure.atlas.travel.Position;
import fr.quartdheure.directory.PractitionerFilter;
import fr.quartdheure.geo.Origin;
import fr.quartdheure.scheduling.SearchRequest.SearchFilter;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SlotSearchModuleTest {

    private static final String UNMET = "select * from scheduling.unmet_search";

    private final Agenda agenda = new Agenda();
    private final SlotSearch search = agenda.get(SlotSearch.class);
    private final UUID near = agenda.site(Agenda.COMMUNES.get(1), false);
    private final UUID far = agenda.site(Agenda.COMMUNES.get(2), false);

    @AfterEach
    void close() {
        agenda.close();
    }

    @Test
    void theEarliestComeFirstThenTheNearest() {
        var here = agenda.open(agenda.weekly());
        var there = agenda.open(agenda.weeklyIn(near).from("08:30", "09:15"));
        var result = search.search(request(30, 4));
        assertThat(result.slots())
                .extracting(Slot::id)
                .containsExactly(
                        there.get(0).id(),
                        there.get(1).id(),
                        here.get(0).id(),
                        there.get(2).id());
        assertThat(result.minutes().keySet()).containsExactlyInAnyOrder(agenda.site, near);
        assertThat(result.minutes().get(agenda.site)).isZero();
        assertThat(result.widened()).isFalse();
    }

    @Test
    void nothingBeyondTheLimitWhenThereIsSomethingWithin() {
        agenda.open(agenda.weekly());
        agenda.open(agenda.weeklyIn(near).from("08:30", "09:30"));
        var result = search.search(request(15, 200));
        assertThat(result.slots()).isNotEmpty().allMatch(slot -> slot.siteId().equals(agenda.site));
        assertThat(result.within()).isEqualTo(15);
        assertThat(agenda.jdbc.sql(UNMET).query().listOfRows()).isEmpty();
    }

    @Test
    void nothingWithinIsWidenedStepByStepAndTheNeedRemembered() {
        agenda.open(agenda.weeklyIn(near));
        agenda.open(agenda.weeklyIn(far).from("08:30", "09:00"));
        var result = search.search(request(15, 200));
        assertThat(result.within()).isEqualTo(30);
        assertThat(result.widened()).isTrue();
        assertThat(result.slots()).isNotEmpty().allMatch(slot -> slot.siteId().equals(near));
        assertThat(agenda.jdbc.sql(UNMET).query().listOfRows())
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("commune_code", "66001")
                        .containsEntry("service_code", "general-practice")
                        .containsEntry("within_minutes", 15)
                        .containsEntry("day", java.sql.Date.valueOf(Agenda.MONDAY)));
        assertThat(agenda.jdbc
                        .sql("select nearest_minutes from scheduling.unmet_search")
                        .query(Float.class)
                        .single())
                .isBetween(20f, 21f);
    }

    @Test
    void wideningGoesAsFarAsFortyFiveMinutesAndNotFurther() {
        assertThat(search.search(request(15, 20)).slots()).isEmpty();
        agenda.open(agenda.weeklyIn(far));
        var result = search.search(request(15, 20));
        assertThat(result.within()).isEqualTo(45);
        assertThat(result.widened()).isTrue();
        assertThat(agenda.count("select count(*) from scheduling.unmet_search")).isEqualTo(2);
        assertThat(agenda.count("select count(*) from scheduling.unmet_search where nearest_minutes is null"))
                .isEqualTo(1);
    }

    @Test
    void aPositionIsNotKeptOnlyItsCommune() {
        search.search(new SearchRequest(
                new Origin.At(new Position(42.83, 2.91)),
                "general-practice",
                15,
                15,
                Agenda.NOW,
                Agenda.NOW.plus(Duration.ofDays(60)),
                SearchFilter.NONE,
                20));
        assertThat(agenda.jdbc.sql(UNMET).query().listOfRows())
                .singleElement()
                .extracting(Map::values)
                .satisfies(values ->
                        assertThat(values.toString()).contains("66002").doesNotContain("42.8", "2.9"));
    }

    @Test
    void theModeCountsWhenItIsAskedFor() {
        agenda.open(agenda.weekly());
        var remote = agenda.open(agenda.weekly().by(Mode.TELECONSULTATION));
        assertThat(search.search(request(15, 20)).slots()).hasSize(20);
        var found = search.search(
                        filtered(new SearchFilter(Mode.TELECONSULTATION, false, PractitionerFilter.NONE, false, false)))
                .slots();
        assertThat(found)
                .extracting(Slot::id)
                .isSubsetOf(remote.stream().map(Slot::id).toList());
        assertThat(search.search(filtered(new SearchFilter(Mode.HOME, false, PractitionerFilter.NONE, false, false)))
                        .slots())
                .isEmpty();
    }

    @Test
    void eveningsAndSaturdaysAddUp() {
        agenda.open(agenda.weekly());
        var evening = agenda.open(agenda.weekly().from("17:45", "18:15"));
        var saturday = agenda.open(agenda.weekly().on(DayOfWeek.SATURDAY).from("09:00", "09:15"));
        assertThat(outsideOffice(true, false))
                .hasSize(9)
                .startsWith(evening.get(1).id());
        assertThat(outsideOffice(false, true))
                .containsExactlyElementsOf(saturday.stream().map(Slot::id).toList());
        assertThat(outsideOffice(true, true)).hasSize(9 + saturday.size());
    }

    @Test
    void aLongReasonNeedsConsecutiveFreeTime() {
        var slots = agenda.open(agenda.weekly());
        agenda.booked(slots.get(1), agenda.patient());
        var found = search.search(new SearchRequest(
                        new Origin.InCommune("66001"),
                        "general-practice",
                        30,
                        15,
                        Agenda.NOW,
                        Agenda.NOW.plus(Duration.ofHours(12)),
                        SearchFilter.NONE,
                        20))
                .slots();
        assertThat(found)
                .as("9:00 is cut by 9:15, 9:45 by the end")
                .extracting(Slot::id)
                .containsExactly(slots.get(2).id());
    }

    @Test
    void anUnscheduledWindowIsInvisibleUntilItOpens() {
        var window = agenda.open(agenda.weekly().unscheduled(0, "08:30"));
        assertThat(search.search(request(15, 20)).slots()).isEmpty();
        agenda.clock.advance(Duration.ofMinutes(30));
        assertThat(search.search(request(15, 20)).slots())
                .as("only today's")
                .extracting(Slot::id)
                .containsExactlyElementsOf(
                        window.subList(0, 4).stream().map(Slot::id).toList());
    }

    @Test
    void takenAndOfflineSlotsAreNotShown() {
        var slots = agenda.open(agenda.weekly());
        agenda.open(agenda.weekly().offline());
        agenda.held(slots.getFirst(), agenda.visitor());
        assertThat(search.search(request(15, 3)).slots())
                .extracting(Slot::id)
                .containsExactlyElementsOf(
                        slots.subList(1, 4).stream().map(Slot::id).toList());
    }

    private List<UUID> outsideOffice(boolean evening, boolean saturday) {
        return search
                .search(filtered(new SearchFilter(null, false, PractitionerFilter.NONE, evening, saturday)))
                .slots()
                .stream()
                .map(Slot::id)
                .toList();
    }

    private static SearchRequest request(int within, int limit) {
        return new SearchRequest(
                new Origin.InCommune("66001"),
                "general-practice",
                15,
                within,
                Agenda.NOW,
                Agenda.NOW.plus(Duration.ofDays(60)),
                SearchFilter.NONE,
                limit);
    }

    private static SearchRequest filtered(SearchFilter filter) {
        return new SearchRequest(
                new Origin.InCommune("66001"),
                "general-practice",
                15,
                15,
                Agenda.NOW,
                Agenda.NOW.plus(Duration.ofDays(60)),
                filter,
                50);
    }
}
