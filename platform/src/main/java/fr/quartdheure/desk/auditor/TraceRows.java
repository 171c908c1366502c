package fr.quartdheure.desk.auditor;

import fr.quartdheure.account.Account;
import fr.quartdheure.account.Accounts;
import fr.quartdheure.audit.Recorded;
import fr.quartdheure.client.Client;
import fr.quartdheure.client.Clients;
import fr.quartdheure.desk.auditor.TracesView.Row;
import fr.quartdheure.patient.Patient;
import fr.quartdheure.patient.Patients;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Gives names to those who stand in traces. */
@Component
class TraceRows {

    private static final int NAMED = 3;

    private final Accounts accounts;
    private final Clients clients;
    private final Patients patients;

    TraceRows(Accounts accounts, Clients clients, Patients patients) {
        this.accounts = accounts;
        this.clients = clients;
        this.patients = patients;
    }

    /** Everybody who can act, by identifier: people and other software. */
    Map<UUID, String> actors() {
        var names = new HashMap<UUID, String>();
        accounts.list().forEach((Account one) -> names.put(one.id(), one.name()));
        clients.list().forEach((Client one) -> names.put(one.id(), one.name()));
        return names;
    }

    /** @param organizations whose people are named; others are counted */
    List<Row> of(List<Recorded> traces, Map<UUID, String> actors, Collection<UUID> organizations) {
        Set<UUID> shown = traces.stream()
                .filter(trace -> trace.subjectKind().equals("patient"))
                .flatMap(trace -> trace.subjectIds().stream().limit(NAMED))
                .collect(Collectors.toSet());
        Map<UUID, String> names = patients.listByIds(patients.filterKnownAt(organizations, shown)).values().stream()
                .collect(Collectors.toMap(Patient::id, Patient::displayName));
        return traces.stream().map(trace -> row(trace, actors, names)).toList();
    }

    private static Row row(Recorded trace, Map<UUID, String> actors, Map<UUID, String> names) {
        List<String> people = trace.subjectIds().stream()
                .limit(NAMED)
                .filter(names::containsKey)
                .map(names::get)
                .toList();
        UUID account = trace.accountId();
        String actor = account == null ? "" : actors.getOrDefault(account, account.toString());
        return new Row(trace, actor, people, trace.subjectIds().size() - people.size());
    }
}
