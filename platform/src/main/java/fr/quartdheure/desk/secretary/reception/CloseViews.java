package fr.quartdheure.desk.secretary.reception;

import fr.quartdheure.desk.secretary.PatientCard;
import fr.quartdheure.desk.secretary.reception.CloseView.Row;
import fr.quartdheure.directory.Practitioner;
import fr.quartdheure.directory.Practitioners;
import fr.quartdheure.reception.CallBacks;
import fr.quartdheure.reception.DayCloses;
import fr.quartdheure.reception.DayClosing;
import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.scheduling.AppointmentStatus;
import fr.quartdheure.scheduling.Appointments;
import fr.quartdheure.scheduling.Settling;
import fr.quartdheure.scheduling.Settling.Answer;
import fr.quartdheure.time.Paris;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Draws the end of a day. */
@Component
class CloseViews {

    private static final Duration YEAR = Duration.ofDays(365);

    private final ReceptionDesk desk;
    private final Menus menus;
    private final DayClosing closing;
    private final DayCloses closes;
    private final CallBacks callBacks;
    private final Appointments appointments;
    private final Settling settling;
    private final Practitioners practitioners;
    private final People people;
    private final Clock clock;

    CloseViews(
            ReceptionDesk desk,
            Menus menus,
            DayClosing closing,
            DayCloses closes,
            CallBacks callBacks,
            Appointments appointments,
            Settling settling,
            Practitioners practitioners,
            People people,
            Clock clock) {
        this.desk = desk;
        this.menus = menus;
        this.closing = closing;
        this.closes = closes;
        this.callBacks = callBacks;
        this.appointments = appointments;
        this.settling = settling;
        this.practitioners = practitioners;
        this.people = people;
        this.clock = clock;
    }

    CloseView draw(Standing at, LocalDate day, boolean refused, @Nullable String said, int settled) {
        Instant now = clock.instant();
        UUID site = at.one().id();
        List<Appointment> left = closing.left(site, day);
        List<Appointment> missed =
                appointments.listOfSite(site, Paris.startOf(day), Paris.startOf(day.plusDays(1))).stream()
                        .filter(one -> one.status() == AppointmentStatus.NO_SHOW)
                        .toList();
        Rows rows = rows(at, Stream.concat(left.stream(), missed.stream()).toList());
        return new CloseView(
                menus.of(at, "close"),
                day,
                Paris.dayOf(now),
                now,
                left.stream().map(rows::left).toList(),
                missed.stream().map(one -> rows.missed(one, counted(one, now))).toList(),
                closes.find(site, day).orElse(null),
                callBacks.count(List.of(site), now).overdue(),
                refused && !left.isEmpty(),
                said,
                settled);
    }

    private int counted(Appointment one, Instant now) {
        UUID patient = one.patientId();
        return patient == null ? 0 : settling.countMissed(patient, now.minus(YEAR));
    }

    private Rows rows(Standing at, List<Appointment> all) {
        Map<UUID, PatientCard> cards = people.cards(all.stream().map(Appointment::patientId));
        desk.trace(at.one(), cards.keySet(), "close-day");
        return new Rows(
                cards,
                practitioners.listByIds(
                        all.stream().map(Appointment::practitionerId).collect(Collectors.toSet())),
                settling.answers(all.stream().map(Appointment::id).toList()));
    }

    private record Rows(Map<UUID, PatientCard> cards, Map<UUID, Practitioner> team, Map<UUID, Answer> answers) {

        Row left(Appointment one) {
            return new Row(one, cards.get(one.patientId()), nameOf(one), 0, null, false);
        }

        Row missed(Appointment one, int count) {
            Answer answer = answers.get(one.id());
            return new Row(
                    one,
                    cards.get(one.patientId()),
                    nameOf(one),
                    count,
                    answer == null ? null : answer.missedReason(),
                    answer != null && answer.undoable());
        }

        private String nameOf(Appointment one) {
            Practitioner who = team.get(one.practitionerId());
            return who == null ? "" : who.displayName();
        }
    }
}
