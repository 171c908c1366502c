package fr.quartdheure.desk.secretary.visits;

import fr.quartdheure.desk.secretary.PatientCard;
import fr.quartdheure.desk.secretary.visits.VisitBoard.Asked;
import fr.quartdheure.directory.Practitioner;
import fr.quartdheure.directory.Practitioners;
import fr.quartdheure.geo.Commune;
import fr.quartdheure.geo.Communes;
import fr.quartdheure.patient.Patient;
import fr.quartdheure.patient.Patients;
import fr.quartdheure.time.Paris;
import fr.quartdheure.visit.VisitRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts names to requests: three queries, however many there are. */
@Component
class VisitWords {

    private final Patients patients;
    private final Practitioners practitioners;
    private final Communes communes;
    private final Clock clock;

    VisitWords(Patients patients, Practitioners practitioners, Communes communes, Clock clock) {
        this.patients = patients;
        this.practitioners = practitioners;
        this.communes = communes;
        this.clock = clock;
    }

    Map<UUID, Asked> of(Collection<VisitRequest> requests) {
        LocalDate today = Paris.dayOf(clock.instant());
        Map<UUID, Patient> people = patients.listByIds(requests.stream()
                .flatMap(request -> request.patientIds().stream())
                .collect(Collectors.toSet()));
        Map<UUID, Practitioner> team = practitioners.listByIds(requests.stream()
                .flatMap(request -> Stream.of(
                        request.wanted().practitionerId(), request.wanted().urgencyBy()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        Map<String, Commune> towns = communes.listByCodes(
                requests.stream().map(one -> one.wanted().communeCode()).collect(Collectors.toSet()));
        return requests.stream()
                .collect(Collectors.toMap(VisitRequest::id, request -> asked(request, people, team, towns, today)));
    }

    private static Asked asked(
            VisitRequest request,
            Map<UUID, Patient> people,
            Map<UUID, Practitioner> team,
            Map<String, Commune> towns,
            LocalDate today) {
        var wanted = request.wanted();
        Commune town = towns.get(wanted.communeCode());
        return new Asked(
                request,
                request.patientIds().stream()
                        .map(people::get)
                        .filter(Objects::nonNull)
                        .map(one -> PatientCard.of(one, today))
                        .toList(),
                phone(request, people),
                town == null ? "" : town.name(),
                name(team, wanted.practitionerId()),
                name(team, wanted.urgencyBy()));
    }

    private static @Nullable String phone(VisitRequest request, Map<UUID, Patient> people) {
        if (request.wanted().phone() != null || request.wanted().ehpad()) {
            return request.wanted().phone();
        }
        return request.patientIds().stream()
                .map(people::get)
                .filter(Objects::nonNull)
                .map(Patient::phone)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String name(Map<UUID, Practitioner> team, @Nullable UUID id) {
        Practitioner one = team.get(id);
        return one == null ? null : one.displayName();
    }
}
