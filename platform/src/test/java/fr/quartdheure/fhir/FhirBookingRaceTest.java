package fr.quartdheure.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Many who want one slot at once, and one who is told twice at once. */
class FhirBookingRaceTest extends ClientsOfFhir {

    private static final String PATH = "/fhir/Appointment";
    private static final int RUNNERS = 16;

    @Test
    void ofSixteenWhoWantOneSlotOneIsBooked() throws Exception {
        String token = tokenFor(organization(), EVERYTHING);
        String slot = freeSlots(organization(), 1).getFirst();
        var bodies = new ArrayList<String>();
        for (int i = 0; i < RUNNERS; i++) {
            bodies.add(appointment(slot, patient(token), number(), "booked"));
        }
        var statuses = atOnce(bodies.stream()
                .<Callable<Integer>>map(body -> () -> post(PATH, token, body).statusCode())
                .toList());
        assertThat(Collections.frequency(statuses, 201)).isEqualTo(1);
        assertThat(Collections.frequency(statuses, 409)).isEqualTo(RUNNERS - 1);
        assertThat(booked(slot)).isEqualTo(1);
    }

    @Test
    void toldSixteenTimesAtOnceUnderOneNumberItIsBookedOnce() throws Exception {
        String token = tokenFor(organization(), EVERYTHING);
        String slot = freeSlots(organization(), 1).getFirst();
        String number = number();
        String body = appointment(slot, patient(token), number, "booked");
        String path = PATH + "?identifier=" + encoded(SYSTEM + "|" + number);
        var statuses =
                atOnce(Collections.nCopies(RUNNERS, () -> put(path, token, body).statusCode()));
        assertThat(Collections.frequency(statuses, 201)).isEqualTo(1);
        assertThat(Collections.frequency(statuses, 200)).isEqualTo(RUNNERS - 1);
        assertThat(booked(slot)).isEqualTo(1);
    }

    @Test
    void ofSixteenWhoMoveOneVersionOneMovesIt() throws Exception {
        String token = tokenFor(organization(), EVERYTHING);
        var slots = freeSlots(organization(), RUNNERS + 1);
        String patient = patient(token);
        String number = number();
        String id = json(post(PATH, token, appointment(slots.getFirst(), patient, number, "booked")))
                .path("id")
                .asString();
        var statuses = atOnce(slots.subList(1, slots.size()).stream()
                .<Callable<Integer>>map(slot -> () -> put(
                                PATH + "/" + id,
                                token,
                                appointment(slot, patient, number, "booked"),
                                "If-Match",
                                "W/\"1\"")
                        .statusCode())
                .toList());
        assertThat(Collections.frequency(statuses, 200)).isEqualTo(1);
        assertThat(Collections.frequency(statuses, 412)).isEqualTo(slots.size() - 2);
        assertThat(json(get(PATH + "/" + id, token))
                        .path("meta")
                        .path("versionId")
                        .asString())
                .isEqualTo("2");
    }

    private int booked(String slot) {
        return jdbc.sql("select count(*) from scheduling.appointment where slot_id = :slot::uuid and status = 'booked'")
                .param("slot", slot)
                .query(Integer.class)
                .single();
    }

    private static List<Integer> atOnce(List<Callable<Integer>> acts) throws Exception {
        var ready = new CountDownLatch(acts.size());
        try (var runners = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = acts.stream()
                    .map(act -> runners.submit(() -> {
                        ready.countDown();
                        ready.await();
                        return act.call();
                    }))
                    .toList();
            var statuses = new ArrayList<Integer>();
            for (var one : running) {
                statuses.add(one.get());
            }
            return statuses;
        }
    }
}
