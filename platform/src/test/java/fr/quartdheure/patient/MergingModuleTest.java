package fr.quartdheure.patient;

import static org.assertj.core.api.Assertions.assertThat;

import fr.quartdheure.account.Impersonation;
import fr.quartdheure.patient.Obstacle.Kind;
import fr.quartdheure.scheduling.Agenda;
import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.scheduling.Appointments;
import fr.quartdheure.scheduling.Booking;
import fr.quartdheure.scheduling.Changes;
import fr.quartdheure.scheduling.FrontDesk;
import fr.quartdheure.scheduling.ManageTokens;
import fr.quartdheure.scheduling.Moving;
import fr.quartdheure.scheduling.PatientAgenda;
import fr.quartdheure.scheduling.Slot;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two records that become one, and two again; everybody who acts on them at the same time. */
class MergingModuleTest {

    private static final LocalDate BORN = LocalDate.parse("1984-02-29");
    private static final String OVERLAPS = """
            select count(*) from scheduling.occupation a join scheduling.occupation b
              on a.resource_id = b.resource_id and a.during && b.during and a.ctid < b.ctid
            """;
    private static final String MISMATCHES = """
            with due as (
              select a.person_key, tstzrange(a.start_at, a.end_at) as during, a.id
              from scheduling.appointment a where a.status not in ('cancelled', 'expired')),
            kept as (
              select resource_id, during, appointment_id from scheduling.occupation where resource_kind = 'patient')
            select (select count(*) from (select * from due except all select * from kept) missing)
              + (select count(*) from (select * from kept except all select * from due) orphan)
            """;

    private final Agenda agenda = new Agenda(
            "fr.quartdheure.waitlist",
            "fr.quartdheure.visit",
            "fr.quartdheure.registration",
            "fr.quartdheure.reception",
            "fr.quartdheure.atlas");
    private final Merging merging = agenda.get(Merging.class);
    private final Patients patients = agenda.get(Patients.class);
    private final Duplicates duplicates = agenda.get(Duplicates.class);

    @BeforeEach
    void signIn() {
        Impersonation.of(UUID.randomUUID());
    }

    @AfterEach
    void close() {
        Impersonation.end();
        agenda.close();
    }

    @Test
    void pairs_are_found_for_what_they_share_and_no_others() {
        Patient zoe = known("Lefèvre", "Zoé", BORN, null);
        Patient misspelt = known("Lefebre", "Zoé", BORN, null);
        Patient digit = known("Lefèvre", "Zoé", BORN.plusDays(-1), null);
        Patient married = known("Martin", "Zoé", LocalDate.parse("1970-05-05"), "+33639980001");
        Patient called = known("Durand", "Zoé", LocalDate.parse("1991-11-12"), "+33639980001");
        known("Lefèvre", "Augustin", BORN, null);
        known("Lefèvre", "Zoé", LocalDate.parse("1991-03-17"), null);

        assertThat(duplicates.list(List.of(agenda.organization), null, 50))
                .containsExactlyInAnyOrder(
                        new LookAlike(misspelt.id(), zoe.id(), List.of(LookAlike.Why.BORN)),
                        new LookAlike(digit.id(), zoe.id(), List.of(LookAlike.Why.NAMES)),
                        new LookAlike(called.id(), married.id(), List.of(LookAlike.Why.PHONE)));
        assertThat(duplicates.list(List.of(UUID.randomUUID()), null, 50)).isEmpty();
    }

    @Test
    void day_and_month_changed_about_are_near_and_two_digits_are_not() {
        Patient one = known("Pons", "Ana", LocalDate.parse("1980-03-12"), null);
        Patient swapped = known("Pons", "Ana", LocalDate.parse("1980-12-03"), null);
        known("Pons", "Ana", LocalDate.parse("1982-03-14"), null);
        assertThat(duplicates.list(List.of(agenda.organization), null, 50))
                .containsExactly(new LookAlike(swapped.id(), one.id(), List.of(LookAlike.Why.NAMES)));
    }

    @Test
    void two_people_are_told_apart_once_and_proposed_again_when_somebody_doubts() {
        Patient elisa = known("Roca", "Élisa", BORN, null);
        Patient elise = known("Roca", "Élise", BORN, null);
        assertThat(elisa.identity().isMaybeTwinOf(elise.identity())).isTrue();
        merging.tellApart(elisa.id(), elise.id());
        merging.tellApart(elise.id(), elisa.id());
        assertThat(duplicates.list(List.of(agenda.organization), null, 50)).isEmpty();
        assertThat(duplicates.listDistinct(List.of(agenda.organization), 50)).hasSize(1);
        merging.doubtAgain(elise.id(), elisa.id());
        assertThat(duplicates.list(List.of(agenda.organization), null, 50)).hasSize(1);
    }

    @Test
    void whoever_is_merged_is_found_no_more_and_her_links_still_open() {
        Patient kept = known("Pons", "Ana", BORN, null);
        Patient gone = known("Pons", "Anna", BORN, null);
        Slot slot = agenda.open(agenda.weekly()).getFirst();
        Appointment booked = agenda.booked(slot, gone.id());
        String token = agenda.get(ManageTokens.class).issue(booked.id());

        Merge merge = done(merging.merge(kept, gone.id()));

        assertThat(search("pons")).containsExactly(kept.id());
        assertThat(patients.findKnownAt(List.of(agenda.organization), gone.id()))
                .isEmpty();
        assertThat(agenda.get(ManageTokens.class).find(token)).contains(booked.id());
        assertThat(find(booked).patientId()).isEqualTo(kept.id());
        assertThat(agenda.get(PatientAgenda.class).count(kept.id()).coming()).isEqualTo(1);
        assertThat(merging.merge(kept, gone.id())).isEqualTo(new Merged.Overtaken());
        merging.undo(merge.id());
        assertThat(search("pons")).containsExactlyInAnyOrder(kept.id(), gone.id());
        assertThat(merging.undo(merge.id())).isEqualTo(new Merged.Overtaken());
    }

    @Test
    void a_merged_person_is_in_one_place_at_a_time() {
        Patient kept = known("Pons", "Ana", BORN, null);
        Patient gone = known("Pons", "Anna", BORN, null);
        List<Slot> here = agenda.open(agenda.weekly());
        List<Slot> there = agenda.open(agenda.weekly());
        Appointment one = agenda.booked(here.getFirst(), kept.id());
        Appointment other = agenda.booked(there.getFirst(), gone.id());

        assertThat(merging.merge(kept, gone.id()))
                .isInstanceOfSatisfying(
                        Merged.Obstructed.class,
                        told -> assertThat(told.obstacles()).singleElement().satisfies(obstacle -> {
                            assertThat(obstacle.kind()).isEqualTo(Kind.SAME_HOUR);
                            assertThat(obstacle.ids()).containsExactlyInAnyOrder(one.id(), other.id());
                        }));
        assertThat(search("pons")).hasSize(2);
        agenda.get(Changes.class).move(other.id(), there.get(1).id(), Changes.By.FRONT_DESK);
        done(merging.merge(kept, gone.id()));
        assertThat(agenda.get(FrontDesk.class).book(there.getFirst().id(), kept.id(), "consultation"))
                .isInstanceOf(Booking.PatientBusy.class);
        assertThat(agenda.get(FrontDesk.class).book(here.get(1).id(), kept.id(), "consultation"))
                .isInstanceOf(Booking.PatientBusy.class);
    }

    @Test
    void whoever_had_the_hidden_record_on_her_screen_books_for_the_one_that_stays() {
        Patient kept = known("Pons", "Ana", BORN, null);
        Patient gone = known("Pons", "Anna", BORN, null);
        Slot slot = agenda.open(agenda.weekly()).getFirst();
        done(merging.merge(kept, gone.id()));
        Appointment late = agenda.booked(slot, gone.id());
        assertThat(find(late).patientId()).isEqualTo(kept.id());
        assertThat(agenda.count(MISMATCHES)).isZero();
        patients.know(gone.id(), agenda.organization);
        assertThat(search("pons")).containsExactly(kept.id());
    }

    @Test
    void what_came_after_stays_and_what_forbids_the_way_back_is_said() {
        Patient kept = known("Pons", "Ana", BORN, null);
        Patient gone = known("Pons", "Anna", BORN, null);
        Patient third = known("Pons", "Anna", BORN.plusDays(1), null);
        Slot slot = agenda.open(agenda.weekly()).getFirst();
        Merge first = done(merging.merge(kept, gone.id()));
        Appointment since = agenda.booked(slot, kept.id());
        Merge second = done(merging.merge(kept, third.id()));
        assertThat(obstacles(merging.undo(first.id()))).containsExactly(Kind.LATER_MERGE);
        done(merging.undo(second.id()));
        agenda.jdbc
                .sql("update patient.patient set email = 'ana@example.org' where id = :id")
                .param("id", kept.id())
                .update();
        assertThat(obstacles(merging.undo(first.id()))).containsExactly(Kind.TRAITS_CHANGED);
        agenda.jdbc
                .sql("update patient.patient set email = null where id = :id")
                .param("id", kept.id())
                .update();
        done(merging.undo(first.id()));
        assertThat(find(since).patientId()).isEqualTo(kept.id());
        assertThat(agenda.count(MISMATCHES)).isZero();
    }

    @Test
    void a_merge_taken_back_leaves_every_row_as_it_was() {
        var random = new Random(20261123);
        List<Slot> slots = new ArrayList<>(agenda.open(agenda.weekly()));
        slots.addAll(agenda.open(agenda.weekly().from("14:00", "18:00")));
        for (int round = 0; round < 12; round++) {
            Patient kept = known("Pons", "Ana", BORN.plusDays(round), "+3363998" + (1000 + round));
            Patient gone = known("Pons", "Anna", BORN.plusDays(round), null);
            for (int visit = 0; visit < random.nextInt(4); visit++) {
                book(slots, random, random.nextBoolean() ? kept : gone);
            }
            Everywhere.scatter(agenda, kept, gone, random);
            Map<String, List<String>> before = rows();
            boolean turned = random.nextBoolean();
            Patient traits = turned ? new Patient(kept.id(), gone.identity(), "provisional", null, kept.phone()) : kept;
            Merge merge = done(merging.merge(traits, gone.id()));
            assertThat(references(gone)).isZero();
            assertThat(rows()).isNotEqualTo(before);
            done(merging.undo(merge.id()));
            assertThat(rows()).isEqualTo(before);
        }
        assertThat(agenda.count(OVERLAPS)).isZero();
        assertThat(agenda.count(MISMATCHES)).isZero();
    }

    @Test
    void bookings_and_moves_race_with_merges_and_leave_nobody_in_two_places() throws Exception {
        List<Slot> slots = new ArrayList<>(agenda.open(agenda.weekly()));
        slots.addAll(agenda.open(agenda.weekly()));
        slots.addAll(agenda.open(agenda.weekly()));
        for (int round = 0; round < 15; round++) {
            Patient kept = known("Pons", "Ana", BORN.plusDays(round), null);
            Patient gone = known("Pons", "Anna", BORN.plusDays(round), null);
            Appointment standing = book(slots, new Random(round), gone);
            var acts = new ArrayList<Future<?>>();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int racer = 0; racer < 12; racer++) {
                    var dice = new Random(round * 100L + racer);
                    acts.add(threads.submit(() -> act(slots, dice, kept, gone, standing)));
                }
                acts.add(threads.submit(() -> mergeAndBack(kept, gone)));
            }
            for (Future<?> act : acts) {
                act.get();
            }
            assertThat(agenda.count(OVERLAPS)).as("overlapping occupations").isZero();
            assertThat(agenda.count(MISMATCHES)).as("missing or orphan").isZero();
        }
        assertThat(agenda.count("select count(*) from patient.merge")).isPositive();
        assertThat(agenda.count("""
                select count(*) from scheduling.appointment a join patient.patient p on p.id = a.patient_id
                where p.merged_into is not null
                """)).isZero();
    }

    private Object act(List<Slot> slots, Random dice, Patient kept, Patient gone, Appointment standing) {
        Slot slot = slots.get(dice.nextInt(40));
        if (dice.nextInt(3) == 0) {
            Moving moved = agenda.get(Changes.class).move(standing.id(), slot.id(), Changes.By.FRONT_DESK);
            return moved;
        }
        UUID who = dice.nextBoolean() ? kept.id() : gone.id();
        return agenda.get(FrontDesk.class).book(slot.id(), who, "consultation");
    }

    private Object mergeAndBack(Patient kept, Patient gone) {
        Impersonation.of(UUID.randomUUID());
        Merged merged = merging.merge(kept, gone.id());
        if (merged instanceof Merged.Done done && kept.identity().birthDate().getDayOfMonth() % 2 == 0) {
            merging.undo(done.merge().id());
        }
        Impersonation.end();
        return merged;
    }

    private Appointment book(List<Slot> slots, Random random, Patient patient) {
        while (true) {
            Slot slot = slots.get(random.nextInt(slots.size()));
            if (agenda.get(FrontDesk.class).book(slot.id(), patient.id(), "consultation")
                    instanceof Booking.Booked booked) {
                return booked.appointment();
            }
        }
    }

    /** But for how often they changed and when: to change and to change back are two changes. */
    private Map<String, List<String>> rows() {
        var all = new TreeMap<String, List<String>>();
        List<String> tables = agenda.jdbc.sql("""
                select schemaname || '.' || tablename from pg_tables
                where schemaname in ('patient', 'scheduling', 'waitlist', 'visit', 'registration', 'reception')
                  and tablename not in ('merge', 'merge_link')
                """).query(String.class).list();
        for (String table : tables) {
            all.put(
                    table,
                    agenda.jdbc
                            .sql("select (to_jsonb(t) - 'version' - 'changed_at')::text from " + table
                                    + " t order by 1")
                            .query(String.class)
                            .list());
        }
        return all;
    }

    /** In whatever table speaks of a patient, also in one that nobody has thought of here. */
    private int references(Patient gone) {
        List<String> tables = agenda.jdbc.sql("""
                select table_schema || '.' || table_name from information_schema.columns c
                join information_schema.tables t using (table_schema, table_name)
                where c.column_name = 'patient_id' and t.table_type = 'BASE TABLE'
                """).query(String.class).list();
        int found =
                agenda.jdbc.sql("""
                select (select count(*) from scheduling.appointment where person_key = :id)
                  + (select count(*) from scheduling.occupation where resource_id = :id)
                """).param("id", gone.id()).query(Integer.class).single();
        for (String table : tables) {
            found += agenda.jdbc
                    .sql("select count(*) from " + table + " where patient_id = :id")
                    .param("id", gone.id())
                    .query(Integer.class)
                    .single();
        }
        return found;
    }

    private Patient known(String birthName, String firstNames, LocalDate born, @Nullable String phone) {
        Patient patient = patients.add(new Identity(birthName, firstNames, born, Sex.FEMALE), null, phone, "secretary");
        patients.know(patient.id(), agenda.organization);
        return patient;
    }

    private List<UUID> search(String typed) {
        return patients.search(List.of(agenda.organization), PatientQuery.parse(typed), 20).stream()
                .map(Patient::id)
                .toList();
    }

    private Appointment find(Appointment one) {
        return agenda.get(Appointments.class).find(one.id()).orElseThrow();
    }

    private static Merge done(Merged outcome) {
        assertThat(outcome).isInstanceOf(Merged.Done.class);
        return ((Merged.Done) outcome).merge();
    }

    private static List<Kind> obstacles(Merged outcome) {
        assertThat(outcome).isInstanceOf(Merged.Obstructed.class);
        return ((Merged.Obstructed) outcome)
                .obstacles().stream().map(Obstacle::kind).toList();
    }
}
