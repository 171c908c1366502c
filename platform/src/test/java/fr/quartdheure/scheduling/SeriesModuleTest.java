package fr.quartdheure.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.quartdheure.database.Sql;
import fr.quartdheure.directory.Closure;
import fr.quartdheure.directory.Sites;
import fr.quartdheure.scheduling.SeriesSession.Fit;
import fr.quartdheure.time.Paris;
import fr.quartdheure.time.Period;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ten sessions in one act. */
class SeriesModuleTest {

    private final Agenda agenda = new Agenda();
    private final SeriesBooking series = agenda.get(SeriesBooking.class);
    private final UUID patient = agenda.patient();
    private List<Slot> slots = List.of();

    @BeforeEach
    void open() {
        slots = agenda.open(agenda.weekly());
    }

    @AfterEach
    void close() {
        agenda.close();
    }

    @Test
    void tenWeeksAreBookedAtTheSameHourEvenBeyondTheHorizon() {
        SeriesWish wish = wish(Agenda.MONDAY, "09:30", 10);
        List<SeriesSession> plan = series.plan(wish);
        assertThat(plan).hasSize(10).allMatch(SeriesSession::fits);
        var booked = series.book(wish, plan.stream().map(SeriesSession::start).toList());
        assertThat(booked.missed()).isEmpty();
        assertThat(booked.appointments())
                .extracting(one -> one.start().atZone(Paris.ZONE).toLocalDateTime())
                .containsExactlyElementsOf(IntStream.range(0, 10)
                        .mapToObj(week -> Agenda.MONDAY.plusWeeks(week).atTime(9, 30))
                        .toList());
        assertThat(agenda.events.stream().filter(SeriesBooked.class::isInstance))
                .hasSize(1);
        assertThat(agenda.events.stream().filter(AppointmentBooked.class::isInstance))
                .as("one message, not ten")
                .isEmpty();
        agenda.get(Horizon.class).keep(agenda.site);
        assertThat(slotOn(Agenda.MONDAY.plusWeeks(9)))
                .as("the slots of a series are not withdrawn at night")
                .isEqualTo(1);
    }

    @Test
    void wallTimeStaysThroughTheClockChange() {
        agenda.clock.set(Agenda.at(LocalDate.parse("2027-03-01"), "08:00"));
        agenda.get(Horizon.class).keep(agenda.site);
        SeriesWish wish = wish(LocalDate.parse("2027-03-15"), "09:30", 4);
        var booked = series.book(
                wish, series.plan(wish).stream().map(SeriesSession::start).toList());
        assertThat(booked.appointments())
                .hasSize(3)
                .allMatch(one -> one.start().atZone(Paris.ZONE).toLocalTime().equals(LocalTime.of(9, 30)));
        assertThat(series.plan(wish).get(2).day()).as("Easter Monday").isEqualTo(LocalDate.parse("2027-03-29"));
    }

    @Test
    void whatDoesNotFitIsToldWithWhatCouldBeDone() {
        agenda.booked(slotAt(Agenda.MONDAY.plusWeeks(1), "09:30"), agenda.patient());
        agenda.booked(
                agenda.open(agenda.weekly()).stream()
                        .filter(slot -> slot.start().equals(Agenda.at(Agenda.MONDAY.plusWeeks(2), "09:30")))
                        .findFirst()
                        .orElseThrow(),
                patient);
        LocalDate fourth = Agenda.MONDAY.plusWeeks(3);
        agenda.get(Absences.class)
                .add(
                        slots.getFirst().practitionerId(),
                        new Period(Paris.startOf(fourth), Paris.startOf(fourth.plusDays(1))),
                        "leave");
        agenda.get(Horizon.class).keep(agenda.site);
        List<SeriesSession> plan = series.plan(wish(Agenda.MONDAY, "09:30", 4));
        assertThat(plan)
                .extracting(SeriesSession::fit)
                .containsExactly(Fit.FITS, Fit.TAKEN, Fit.PATIENT_BUSY, Fit.NOT_THERE);
        assertThat(plan.get(1).instead()).isNotEmpty().allMatch(Slot::free);
        assertThat(plan.get(1).instead().getFirst().start()).isEqualTo(Agenda.at(Agenda.MONDAY.plusWeeks(1), "09:15"));
    }

    @Test
    void anHourLostMeanwhileIsToldAndTheOthersStand() {
        SeriesWish wish = wish(Agenda.MONDAY, "09:30", 3);
        List<Instant> starts =
                series.plan(wish).stream().map(SeriesSession::start).toList();
        agenda.booked(slotAt(Agenda.MONDAY.plusWeeks(1), "09:30"), agenda.patient());
        var booked = series.book(wish, starts);
        assertThat(booked.appointments()).hasSize(2);
        assertThat(booked.missed()).containsExactly(starts.get(1));
    }

    @Test
    void closedDaysBeyondTheHorizonDoNotFit() {
        LocalDate far = Agenda.MONDAY.plusWeeks(10);
        agenda.get(Sites.class).addClosures(List.of(new Closure(UUID.randomUUID(), agenda.site, far, far, "Travaux")));
        List<SeriesSession> plan = series.plan(wish(Agenda.MONDAY.plusWeeks(9), "09:30", 3));
        assertThat(plan).extracting(SeriesSession::fit).containsExactly(Fit.FITS, Fit.NOT_THERE, Fit.FITS);
    }

    @Test
    void aSeriesThatMakesNoSenseIsRefused() {
        assertThatThrownBy(() -> wish(Agenda.MONDAY, "09:30", 1)).hasMessageContaining("2 to 40 appointments: 1");
        assertThatThrownBy(() -> new SeriesWish(
                        agenda.site,
                        slots.getFirst().practitionerId(),
                        patient,
                        "general-practice",
                        "consultation",
                        Agenda.MONDAY,
                        LocalTime.NOON,
                        Set.of(),
                        1,
                        10))
                .hasMessageContaining("weekday");
    }

    private SeriesWish wish(LocalDate first, String at, int count) {
        return new SeriesWish(
                agenda.site,
                slots.getFirst().practitionerId(),
                patient,
                "general-practice",
                "consultation",
                first,
                LocalTime.parse(at),
                Set.of(DayOfWeek.MONDAY),
                1,
                count);
    }

    private Slot slotAt(LocalDate day, String time) {
        return slots.stream()
                .filter(slot -> slot.start().equals(Agenda.at(day, time)))
                .findFirst()
                .orElseThrow();
    }

    private int slotOn(LocalDate day) {
        return agenda.jdbc
                .sql("select count(*) from scheduling.slot where start_at = :start")
                .param("start", Sql.utc(Agenda.at(day, "09:30")))
                .query(Integer.class)
                .single();
    }
}
