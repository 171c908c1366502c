package fr.quartdheure.patient;

import fr.quartdheure.scheduling.Agenda;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Leaves something of two people in every module that speaks of patients. */
final class Everywhere {

    private Everywhere() {}

    /** Rows of the other modules, written as those write them. */
    static void scatter(Agenda agenda, Patient kept, Patient gone, Random random) {
        agenda.jdbc.sql("""
                insert into waitlist.wish (appointment_id, patient_id, site_id, service_code, mode, notice_minutes,
                  earlier_than, asked_at)
                select id, patient_id, site_id, service_code, mode, 60, start_at, booked_at
                from scheduling.appointment where patient_id = :gone
                """).param("gone", gone.id()).update();
        UUID request = UUID.randomUUID();
        agenda.jdbc
                .sql("""
                insert into visit.request (id, organization_id, address, commune_code, window_from, window_until,
                  minutes)
                values (:id, :organization, '1 rue Haute', '66001', '08:00', '12:00', 20)
                """)
                .param("id", request)
                .param("organization", agenda.organization)
                .update();
        List<UUID> seen = random.nextBoolean() ? List.of(kept.id(), gone.id()) : List.of(gone.id());
        for (UUID one : seen) {
            agenda.jdbc
                    .sql("insert into visit.resident (request_id, patient_id, position) values (:id, :one, :n)")
                    .param("id", request)
                    .param("one", one)
                    .param("n", seen.indexOf(one))
                    .update();
        }
        agenda.jdbc
                .sql("""
                insert into registration.request (id, patient_id, person_key, commune_code, on_behalf, origin, classes,
                  state, asked_at, confirmed_at)
                values (gen_random_uuid(), :who, gen_random_uuid(), '66001', 'self', 'secretary', '{}', 'waiting',
                  now(), now())
                """)
                .param("who", random.nextBoolean() ? kept.id() : gone.id())
                .update();
        called(agenda, gone);
    }

    private static void called(Agenda agenda, Patient about) {
        agenda.jdbc.sql("""
                with noted as (
                  insert into reception.call (id, site_id, caller, patient_id, reason, outcome, urgent, minutes,
                    started_at, account_id, account_name)
                  values (gen_random_uuid(), :site, 'self', :who, 'appointment', 'call-back', false, 3, now(),
                    gen_random_uuid(), 'Nathalie')
                  returning id, site_id, patient_id)
                insert into reception.call_back (id, site_id, call_id, phone, patient_id, reason, due_at, created_at,
                  created_name)
                select gen_random_uuid(), site_id, id, '+33639980001', patient_id, 'appointment', now(), now(), 'Nathalie'
                from noted
                """).param("site", agenda.site).param("who", about.id()).update();
    }
}
