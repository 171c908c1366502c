package fr.quartdheure.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import fr.quartdheure.database.Sql;
import fr.quartdheure.time.Period;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** Who is busy is asked at every booking, beside the occupations of many years. */
class OccupiedModuleTest {

    private final Agenda agenda = new Agenda();

    @AfterEach
    void close() {
        agenda.close();
    }

    @Test
    void eachKindIsFoundAndNothingBesideIt() {
        List<Slot> slots = agenda.open(agenda.weekly());
        Slot taken = slots.getFirst();
        UUID patient = agenda.patient();
        agenda.booked(taken, patient);
        BusyTimes busy = agenda.get(BusyTimes.class);
        UUID room = Objects.requireNonNull(taken.roomId());
        Set<UUID> asked = Set.of(taken.practitionerId(), room, patient, agenda.patient());
        assertThat(busy.occupied(asked, taken.period()))
                .containsExactlyInAnyOrder(taken.practitionerId(), room, patient);
        assertThat(busy.occupied(asked, new Period(taken.end(), taken.end().plusSeconds(60))))
                .as("what begins at its end")
                .isEmpty();
        assertThat(busy.occupied(Set.of(), taken.period())).isEmpty();
    }

    /** A small table is read whole for good reason; that it could not be otherwise is what this finds out. */
    @Test
    void noOccupationIsReadThatIsNotAskedFor() {
        List<String> plan = agenda.get(TransactionTemplate.class).execute(status -> {
            agenda.jdbc.sql("set local enable_seqscan = off").update();
            return agenda.jdbc
                    .sql("""
                            explain select distinct resource_id from scheduling.occupied(
                              cast(cast(:ids as text[]) as uuid[]), tstzrange(now(), now() + interval '1 hour'))
                            """)
                    .param("ids", Sql.uuids(List.of(UUID.randomUUID(), UUID.randomUUID())))
                    .query(String.class)
                    .list();
        });
        assertThat(plan)
                .noneMatch(line -> line.contains("Seq Scan") || line.contains("Function Scan on occupied"))
                .anyMatch(line -> line.contains("practitioner_sees_one_patient_at_a_time"))
                .anyMatch(line -> line.contains("room_holds_one_consultation_at_a_time"))
                .anyMatch(line -> line.contains("patient_is_in_one_place_at_a_time"))
                .anyMatch(line -> line.contains("equipment_serves_once_at_a_time"));
    }
}
