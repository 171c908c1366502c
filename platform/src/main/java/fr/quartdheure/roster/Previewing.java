package fr.quartdheure.roster;

import fr.quartdheure.roster.Preview.ClockChange;
import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.scheduling.AvailabilityRule;
import fr.quartdheure.scheduling.Horizon;
import fr.quartdheure.time.Paris;
import fr.quartdheure.time.Recurrence;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Looks at a change of an agenda before anybody makes it. */
@Component
public class Previewing {

    private static final int CLOCK_WEEKS = 53;

    private final Agendas agendas;
    private final AgendaEditions editions;
    private final Proposals proposals;

    Previewing(Agendas agendas, AgendaEditions editions, Proposals proposals) {
        this.agendas = agendas;
        this.editions = editions;
        this.proposals = proposals;
    }

    public Preview look(Subject subject, AgendaChange change) {
        int edition = editions.of(subject.id());
        AgendaState before = agendas.read(subject);
        AgendaState after = before.apply(change);
        LocalDate today = agendas.today();
        Set<UUID> people = agendas.people(subject, before);
        LocalDate last = today.plusDays(Horizon.DAYS);
        Set<Hour> hours = after.hours(people, today, last);
        List<Appointment> ahead = agendas.ahead(people);
        List<Appointment> inTheWay =
                ahead.stream().filter(one -> isLeftOut(one, before, after)).toList();
        return new Preview(
                edition,
                before.hours(people, today, last),
                hours,
                proposals.of(inTheWay, ahead, hours, people),
                Overlap.broughtBy(change, before, today),
                clocks(change.put(), today));
    }

    static boolean isLeftOut(Appointment appointment, AgendaState before, AgendaState after) {
        LocalDate day = Paris.dayOf(appointment.start());
        return before.covers(appointment, day) && !after.covers(appointment, day);
    }

    private static List<ClockChange> clocks(List<AvailabilityRule> put, LocalDate today) {
        var changes = new ArrayList<ClockChange>();
        for (AvailabilityRule rule : put) {
            Recurrence as = rule.recurrence();
            long wall = Duration.between(as.starts(), as.ends()).toMinutes();
            for (int days = 0; days < CLOCK_WEEKS * 7; days++) {
                LocalDate day = today.plusDays(days);
                long real = as.runsOn(day) ? as.window(day).toMinutes() : wall;
                if (real != wall) {
                    changes.add(new ClockChange(day, wall, real));
                }
            }
        }
        return changes;
    }
}
