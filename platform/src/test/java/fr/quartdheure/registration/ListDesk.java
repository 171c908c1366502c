package fr.quartdheure.registration;

import static org.assertj.core.api.Assertions.assertThat;

import fr.quartdheure.patient.Identity;
import fr.quartdheure.patient.Patient;
import fr.quartdheure.patient.Patients;
import fr.quartdheure.patient.Sex;
import fr.quartdheure.registration.Joining.Joined;
import fr.quartdheure.registration.Joining.Wanted;
import fr.quartdheure.registration.RegistrationRequest.State;
import fr.quartdheure.scheduling.Agenda;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** The module on a fresh database: one site, "here", whose list is open to whoever lives there. */
final class ListDesk implements AutoCloseable {

    static final String HERE = "66001";
    static final LocalDate BORN = LocalDate.parse("1990-04-01");

    final Agenda agenda = new Agenda("fr.quartdheure.registration");
    final Joining joining = agenda.get(Joining.class);
    final Leaving leaving = agenda.get(Leaving.class);
    final Matching matching = agenda.get(Matching.class);
    final Answering answering = agenda.get(Answering.class);
    final Keeping keeping = agenda.get(Keeping.class);
    final Turns turns = agenda.get(Turns.class);
    final Requests requests = agenda.get(Requests.class);
    final UUID site = agenda.site;

    private final AtomicInteger number = new AtomicInteger();

    ListDesk(Priority... first) {
        keeping.setRules(new RegistrationList(site, true, 30, Set.of(first), null, 7, 6));
    }

    /** Somebody who takes people on, with this many places left. */
    UUID doctor(int free) {
        return doctor(site, free);
    }

    UUID doctor(UUID where, int free) {
        UUID doctor = agenda.practitioner();
        keeping.count(doctor, where, 800 + free, 800);
        return doctor;
    }

    UUID asks(Priority... said) {
        return asks(List.of(site), said);
    }

    UUID asks(List<UUID> sites, Priority... said) {
        return ((Joined.Waits) joining.join(patient(BORN), new Wanted("self", HERE, Set.of(said), sites))).requestId();
    }

    Patient patient(LocalDate born) {
        int n = number.incrementAndGet();
        var identity = new Identity("Pons", "Léa", born, Sex.FEMALE);
        return agenda.get(Patients.class).add(identity, "pons" + n + "@example.org", null, "secretary");
    }

    int position(UUID request) {
        return turns.listOfRequest(request).getFirst().position();
    }

    State state(UUID request) {
        return requests.find(request).orElseThrow().state();
    }

    boolean isAsked(UUID request) {
        return answering.open(request).isPresent();
    }

    void assertCount(String sql, int expected) {
        assertThat(agenda.count(sql)).as(sql).isEqualTo(expected);
    }

    /** What holds after every act, whoever acts. */
    void assertFair() {
        assertCount("""
                select count(*) from (select place_id from registration.offer group by place_id, request_id
                  having count(*) > 1) as twice
                """, 0);
        assertCount("""
                select count(*) from registration.offer o join registration.open_place p on p.id = o.place_id
                where o.state = 'open' and not exists (
                  select from registration.turn t join registration.request r on r.id = t.request_id
                  where t.request_id = o.request_id and t.site_id = p.site_id and t.ended_at is null
                    and r.state = 'waiting')
                """, 0);
        assertCount("""
                select count(*) from (select person_key from registration.registration where ended_at is null
                  group by person_key having count(*) > 1) as twice
                """, 0);
        agenda.get(Panels.class)
                .listOfSite(site)
                .forEach(panel -> assertThat(panel.size() + panel.openPlaces())
                        .as("nobody has more than she wants")
                        .isLessThanOrEqualTo(panel.target()));
    }

    @Override
    public void close() {
        agenda.close();
    }
}
