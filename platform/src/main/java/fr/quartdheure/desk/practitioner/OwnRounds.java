package fr.quartdheure.desk.practitioner;

import fr.quartdheure.desk.practitioner.OwnRound.Call;
import fr.quartdheure.desk.practitioner.OwnRound.Person;
import fr.quartdheure.geo.Commune;
import fr.quartdheure.geo.Communes;
import fr.quartdheure.patient.Patient;
import fr.quartdheure.patient.Patients;
import fr.quartdheure.time.Paris;
import fr.quartdheure.visit.Stop;
import fr.quartdheure.visit.Stops;
import fr.quartdheure.visit.VisitRequest;
import fr.quartdheure.visit.VisitRequests;
import fr.quartdheure.visit.VisitRound;
import fr.quartdheure.visit.VisitRounds;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts a professional's round together. */
@Component
class OwnRounds {

    private static final DateTimeFormatter BIRTH = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    private final VisitRounds rounds;
    private final VisitRequests requests;
    private final Stops stops;
    private final Patients patients;
    private final Communes communes;
    private final Clock clock;

    OwnRounds(
            VisitRounds rounds,
            VisitRequests requests,
            Stops stops,
            Patients patients,
            Communes communes,
            Clock clock) {
        this.rounds = rounds;
        this.requests = requests;
        this.stops = stops;
        this.patients = patients;
        this.communes = communes;
        this.clock = clock;
    }

    OwnRound of(UUID practitionerId, LocalDate day, LocalDate today, boolean refused) {
        Optional<VisitRound> found = rounds.findOf(practitionerId, day);
        return new OwnRound(
                day, today, found.orElse(null), found.map(this::calls).orElse(List.of()), refused);
    }

    /** Whether it is a stop of her own round of today. */
    boolean isToday(UUID practitionerId, UUID stopId) {
        return stops.find(stopId)
                .flatMap(stop -> rounds.find(stop.roundId()))
                .filter(round -> round.practitionerId().equals(practitionerId))
                .filter(round -> round.day().equals(Paris.dayOf(clock.instant())))
                .isPresent();
    }

    private List<Call> calls(VisitRound round) {
        Map<UUID, VisitRequest> asked =
                requests.listByIds(round.stops().stream().map(Stop::requestId).toList());
        Map<UUID, Patient> people = patients.listByIds(asked.values().stream()
                .flatMap(one -> one.patientIds().stream())
                .collect(Collectors.toSet()));
        Map<String, Commune> towns = communes.listByCodes(
                asked.values().stream().map(one -> one.wanted().communeCode()).collect(Collectors.toSet()));
        return round.stops().stream()
                .map(stop -> call(
                        stop,
                        Objects.requireNonNull(asked.get(stop.requestId()), "every stop has its request"),
                        people,
                        towns))
                .toList();
    }

    private static Call call(Stop stop, VisitRequest request, Map<UUID, Patient> people, Map<String, Commune> towns) {
        Commune town = towns.get(request.wanted().communeCode());
        return new Call(
                stop,
                request,
                request.residents().stream()
                        .map(one -> person(people.get(one.patientId()), one.patientId(), one.seenAt() != null))
                        .toList(),
                town == null ? "" : town.name(),
                phone(request, people));
    }

    private static Person person(@Nullable Patient patient, UUID id, boolean seen) {
        return patient == null
                ? new Person(id, "", "", seen)
                : new Person(
                        id,
                        patient.displayName(),
                        BIRTH.format(patient.identity().birthDate()),
                        seen);
    }

    private static @Nullable String phone(VisitRequest request, Map<UUID, Patient> people) {
        if (request.wanted().phone() != null || request.wanted().ehpad()) {
            return request.wanted().phone();
        }
        Patient patient = people.get(request.patientIds().getFirst());
        return patient == null ? null : patient.phone();
    }
}
