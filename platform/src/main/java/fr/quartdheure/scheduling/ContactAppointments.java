package fr.quartdheure.scheduling;

import fr.quartdheure.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The shelf of appointments by the contact that booked them; neither holds nor what no code confirmed. */
@Repository
class ContactAppointments {

    private static final String LIST_BOOKED_WITH = """
            select * from scheduling.appointment
            where contact_key = :contact and status not in ('held', 'awaiting-code', 'expired')
            order by start_at desc limit 100
            """;
    private static final String LIST_OF_PATIENTS = """
            select * from scheduling.appointment
            where patient_id = any (:patients::text[]::uuid[])
              and status not in ('held', 'awaiting-code', 'expired')
            order by start_at desc limit 100
            """;

    private final JdbcClient jdbc;

    ContactAppointments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The last hundred, the latest first. */
    List<ContactAppointment> listBookedWith(String contactKey) {
        return jdbc.sql(LIST_BOOKED_WITH)
                .param("contact", contactKey)
                .query(ContactAppointments::map)
                .list();
    }

    List<ContactAppointment> listOfPatients(Collection<UUID> patients) {
        return jdbc.sql(LIST_OF_PATIENTS)
                .param("patients", Sql.uuids(patients))
                .query(ContactAppointments::map)
                .list();
    }

    private static ContactAppointment map(ResultSet row, int number) throws SQLException {
        Appointment appointment = Appointments.map(row, number);
        return new ContactAppointment(
                appointment,
                Objects.requireNonNull(appointment.patientId()),
                row.getString("on_behalf"),
                row.getString("contact_key"),
                row.getString("cancel_reason"));
    }
}
