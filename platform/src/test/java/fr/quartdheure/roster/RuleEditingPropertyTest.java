package fr.quartdheure.roster;

import static org.assertj.core.api.Assertions.assertThat;

import fr.quartdheure.roster.RuleEditing.Decision;
import fr.quartdheure.scheduling.Agenda;
import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.scheduling.AppointmentStatus;
import fr.quartdheure.scheduling.Appointments;
import fr.quartdheure.scheduling.AvailabilityRule;
import fr.quartdheure.scheduling.AvailabilityRules;
import fr.quartdheure.scheduling.Horizon;
import fr.quartdheure.scheduling.Kind;
import fr.quartdheure.scheduling.Mode;
import fr.quartdheure.scheduling.Slot;
import fr.quartdheure.scheduling.Slots;
import fr.quartdheure.scheduling.Visibility;
import fr.quartdheure.time.Paris;
import fr.quartdheure.time.Period;
import fr.quartdheure.time.Recurrence;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.lifecycle.AfterContainer;

/** Random changes of random agendas: what was announced is what is done, and nobody's appointment is lost. */
class RuleEditingPropertyTest {

    private static final Agenda AGENDA = new Agenda("fr.quartdheure.roster");

    @AfterContainer
    static void close() {
        AGENDA.close();
    }

    @Property(tries = 40)
    void whatIsAnnouncedIsWhatIsDoneAndNobodyIsLost(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        var random = new Random(seed);
        UUID practitioner = AGENDA.practitioner();
        var rooms = List.of(AGENDA.room(), AGENDA.room());
        var subject = Subject.practitioner(practitioner);
        for (int i = 0; i < 3; i++) {
            save(subject, AgendaChange.put(List.of(rule(practitioner, rooms.get(0), random))), Map.of());
        }
        List<Appointment> booked = book(practitioner, random);
        for (int i = 0; i < 4; i++) {
            AgendaChange change = change(subject, practitioner, rooms, random);
            Preview preview = AGENDA.get(Previewing.class).look(subject, change);
            var moves = new HashMap<UUID, Proposal.Wanted>();
            preview.conflicts()
                    .forEach(one -> one.proposals().stream()
                            .filter(it -> random.nextBoolean())
                            .findFirst()
                            .flatMap(it -> Proposal.read(it.code()))
                            .ifPresent(wanted -> moves.put(one.appointment().id(), wanted)));
            Saving saving = save(subject, change, moves);
            if (saving instanceof Saving.Saved saved) {
                assertThat(slots(practitioner)).as("seed %d", seed).isEqualTo(preview.after());
                assertThat(saved.moved().size() + saved.stayed().size())
                        .isEqualTo(preview.conflicts().size());
            } else {
                assertThat(slots(practitioner)).isEqualTo(preview.before());
                assertThat(preview.overlaps()).isNotEmpty();
            }
            assertNobodyIsLost(booked, subject);
        }
        undoRestores(subject, practitioner);
    }

    private void undoRestores(Subject subject, UUID practitioner) {
        AgendaState before = AGENDA.get(Agendas.class).read(subject);
        Set<Hour> hours = slots(practitioner);
        Saving saving = save(subject, AgendaChange.away(List.of(away(practitioner, 3))), Map.of());
        RuleChange done = ((Saving.Saved) saving).change();
        AgendaState after = AGENDA.get(Agendas.class).read(subject);
        save(subject, after.settled(done.inverse(), Agenda.MONDAY), Map.of());
        assertThat(slots(practitioner)).isEqualTo(hours);
        assertThat(AGENDA.get(Agendas.class).read(subject)).isEqualTo(before);
    }

    /** Each is still booked, once, and stands on hours or is listed as standing outside of them. */
    private static void assertNobodyIsLost(List<Appointment> booked, Subject subject) {
        Agendas agendas = AGENDA.get(Agendas.class);
        AgendaState state = agendas.read(subject);
        Set<UUID> outside = new HashSet<>();
        agendas.outside(subject, state).forEach(one -> outside.add(one.id()));
        for (Appointment one : booked) {
            Appointment now = AGENDA.get(Appointments.class).find(one.id()).orElseThrow();
            assertThat(now.status()).isEqualTo(AppointmentStatus.BOOKED);
            assertThat(state.covers(now, Paris.dayOf(now.start())) || outside.contains(now.id()))
                    .isTrue();
            assertThat(occupied(now)).isEqualTo(3);
        }
    }

    private static int occupied(Appointment one) {
        return AGENDA.jdbc
                .sql("select count(*) from scheduling.occupation where appointment_id = :id and lower(during) = :at")
                .param("id", one.id())
                .param("at", one.start().atOffset(java.time.ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    private static Saving save(Subject subject, AgendaChange change, Map<UUID, Proposal.Wanted> moves) {
        int edition =
                AGENDA.get(Previewing.class).look(subject, AgendaChange.NONE).edition();
        return AGENDA.get(RuleEditing.class).save(subject, new Decision("change", change, edition, moves));
    }

    private static AgendaChange change(Subject subject, UUID practitioner, List<UUID> rooms, Random random) {
        List<AvailabilityRule> rules = AGENDA.get(AvailabilityRules.class).listOfPractitioner(practitioner);
        AvailabilityRule old =
                rules.isEmpty() ? rule(practitioner, rooms.get(0), random) : rules.get(random.nextInt(rules.size()));
        LocalDate day = Agenda.MONDAY.plusDays(random.nextInt(30));
        int what = rules.isEmpty() ? 0 : random.nextInt(6);
        return switch (what) {
            case 1 -> RuleEdits.from(day, old, rule(practitioner, rooms.get(random.nextInt(2)), random));
            case 2 -> RuleEdits.end(day, old);
            case 3 -> RuleEdits.on(day, old, random.nextBoolean() ? rule(practitioner, rooms.get(1), random) : null);
            case 4 -> AgendaChange.away(List.of(away(practitioner, random.nextInt(20))));
            case 5 -> RuleEdits.from(day, old, RuleEdits.inRoom(old, rooms.get(random.nextInt(2))));
            default -> AgendaChange.put(List.of(rule(practitioner, rooms.get(0), random)));
        };
    }

    private static fr.quartdheure.scheduling.Absence away(UUID practitioner, int days) {
        var start = Paris.startOf(Agenda.MONDAY.plusDays(days));
        return new fr.quartdheure.scheduling.Absence(
                UUID.randomUUID(), practitioner, Period.of(start, Duration.ofHours(50)), "leave");
    }

    private static AvailabilityRule rule(UUID practitioner, UUID room, Random random) {
        int start = 8 + random.nextInt(8);
        return new AvailabilityRule(
                UUID.randomUUID(),
                practitioner,
                AGENDA.site,
                room,
                "general-practice",
                Kind.SCHEDULED,
                Mode.ON_SITE,
                new Recurrence(
                        DayOfWeek.of(1 + random.nextInt(7)),
                        1 + random.nextInt(2),
                        Agenda.MONDAY.plusDays(random.nextInt(10)),
                        null,
                        LocalTime.of(start, 0),
                        LocalTime.of(start + 1 + random.nextInt(3), random.nextInt(4) * 15),
                        Duration.ofMinutes(15 * (1 + random.nextInt(2)))),
                Visibility.PUBLIC,
                null,
                Set.of());
    }

    private static List<Appointment> book(UUID practitioner, Random random) {
        var booked = new ArrayList<Appointment>();
        for (Slot slot : listed(practitioner)) {
            if (slot.free() && slot.start().isAfter(Agenda.NOW) && random.nextInt(8) == 0) {
                booked.add(AGENDA.booked(slot, AGENDA.patient()));
            }
        }
        return booked;
    }

    private static List<Slot> listed(UUID practitioner) {
        return AGENDA.get(Slots.class)
                .listOfPractitioner(
                        practitioner,
                        Paris.startOf(Agenda.MONDAY),
                        Paris.startOf(Agenda.MONDAY.plusDays(Horizon.DAYS + 2)));
    }

    private static Set<Hour> slots(UUID practitioner) {
        var hours = new HashSet<Hour>();
        listed(practitioner)
                .forEach(slot -> hours.add(new Hour(
                        slot.practitionerId(),
                        slot.siteId(),
                        slot.roomId(),
                        slot.service(),
                        slot.kind(),
                        slot.mode(),
                        slot.online(),
                        slot.period())));
        return hours;
    }
}
