package fr.quartdheure.patient;

import fr.quartdheure.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The shelf of people. */
@Repository
public class Patients {

    private static final String FILTER_KNOWN_AT = """
            select distinct patient_id from patient.known_at
            where patient_id = any (:ids::text[]::uuid[]) and organization_id = any (:organizations::text[]::uuid[])
            """;
    private static final String ADD = """
            insert into patient.patient (id, birth_name, first_names, birth_date, sex, email, phone, origin)
            values (:id, :birthName, :firstNames, :birthDate, :sex, :email, :phone, :origin)
            """;
    private static final String LIST_BY_IDS = """
            select id, birth_name, first_names, birth_date, sex, identity_level, email, phone
            from patient.patient where id = any (:ids::text[]::uuid[])
            """;
    private static final String IS_KNOWN = """
            select exists (
              select from patient.known_at where patient_id = :patient and organization_id = any (:organizations))
            """;
    private static final String LIST_KNOWING = """
            select organization_id from patient.known_at where patient_id = :patient order by organization_id
            """;
    private static final String KNOW = """
            insert into patient.known_at (patient_id, organization_id) values (:patient, :organization)
            on conflict do nothing
            """;
    private static final String FORGET_PROVISIONAL = """
            delete from patient.patient p
            where id = :id and identity_level = 'provisional' and origin = 'public'
              and not exists (select from patient.known_at k where k.patient_id = p.id)
            """;
    // Few are born on one day or have one number: they are read first, and their names judged afterwards.
    private static final String SEARCH_BORN = """
            with typed as (select database.plain(:typed) as name)
            select p.id, birth_name, first_names, birth_date, sex, identity_level, email, phone
            from patient.patient p, typed
            where p.birth_date = :birthDate and (:phone::text is null or p.phone = :phone)
              and exists (select from patient.known_at k
                where k.patient_id = p.id and k.organization_id = any (:organizations::text[]::uuid[]))
              and (typed.name = '' or word_similarity(typed.name, p.plain_name) > 0.45)
            order by word_similarity(typed.name, p.plain_name) desc, p.plain_name
            limit :limit
            """;
    private static final String SEARCH_PHONE = """
            with typed as (select database.plain(:typed) as name)
            select p.id, birth_name, first_names, birth_date, sex, identity_level, email, phone
            from patient.patient p, typed
            where p.phone = :phone
              and exists (select from patient.known_at k
                where k.patient_id = p.id and k.organization_id = any (:organizations::text[]::uuid[]))
              and (typed.name = '' or word_similarity(typed.name, p.plain_name) > 0.45)
            order by word_similarity(typed.name, p.plain_name) desc, p.plain_name, p.birth_date
            limit :limit
            """;
    // Exactly the same traits: whoever looks beyond her own organisations must know the person before she finds her.
    private static final String LIST_ELSEWHERE = """
            select id, birth_name, first_names, birth_date, sex, identity_level, email, phone
            from patient.patient p
            where birth_date = :birthDate and sex = :sex
              and database.plain(birth_name) = database.plain(:birthName)
              and exists (select from patient.known_at k where k.patient_id = p.id)
              and not exists (select from patient.known_at k
                where k.patient_id = p.id and k.organization_id = any (:organizations::text[]::uuid[]))
            order by first_names, id limit 20
            """;

    private static final String LIST_EXACT = """
            select id, birth_name, first_names, birth_date, sex, identity_level, email, phone
            from patient.patient p
            where birth_date = :birthDate and sex = :sex
              and database.plain(birth_name) = database.plain(:birthName)
              and exists (select from patient.known_at k
                where k.patient_id = p.id and k.organization_id = :organization)
            order by first_names, id limit 20
            """;
    private static final String ADD_ALL = """
            insert into patient.patient (id, birth_name, first_names, birth_date, sex, email, phone, origin)
            select p.id::uuid, p.birth_name, p.first_names, p.birth_date::date, p.sex, p.email, p.phone, :origin
            from unnest(:ids::text[], :birthNames::text[], :firstNames::text[], :birthDates::text[], :sexes::text[],
              :emails::text[], :phones::text[])
              as p (id, birth_name, first_names, birth_date, sex, email, phone)
            """;
    private static final String KNOW_ALL = """
            insert into patient.known_at (patient_id, organization_id)
            select * from unnest(:patients::text[]::uuid[], :organizations::text[]::uuid[])
            on conflict do nothing
            """;

    private final JdbcClient jdbc;
    private final NameSearch names;

    Patients(JdbcClient jdbc, NameSearch names) {
        this.jdbc = jdbc;
        this.names = names;
    }

    /** Keeps a provisional identity, never attached by itself to an existing record. */
    public Patient add(Identity identity, @Nullable String email, @Nullable String phone, String origin) {
        var patient = new Patient(UUID.randomUUID(), identity, "provisional", email, phone);
        jdbc.sql(ADD)
                .param("id", patient.id())
                .param("birthName", identity.birthName())
                .param("firstNames", identity.firstNames())
                .param("birthDate", identity.birthDate())
                .param("sex", identity.sex().code())
                .param("email", email)
                .param("phone", phone)
                .param("origin", origin)
                .update();
        return patient;
    }

    /** Many at once, from another register. */
    public void addAll(List<Patient> patients, String origin) {
        jdbc.sql(ADD_ALL)
                .param("ids", column(patients, patient -> patient.id().toString()))
                .param(
                        "birthNames",
                        column(patients, patient -> patient.identity().birthName()))
                .param(
                        "firstNames",
                        column(patients, patient -> patient.identity().firstNames()))
                .param(
                        "birthDates",
                        column(
                                patients,
                                patient -> patient.identity().birthDate().toString()))
                .param(
                        "sexes",
                        column(patients, patient -> patient.identity().sex().code()))
                .param("emails", column(patients, Patient::email))
                .param("phones", column(patients, Patient::phone))
                .param("origin", origin)
                .update();
    }

    /** Many pairs of patient and organisation at once. */
    public void knowAll(Collection<Map.Entry<UUID, UUID>> pairs) {
        jdbc.sql(KNOW_ALL)
                .param(
                        "patients",
                        Sql.uuids(pairs.stream().map(Map.Entry::getKey).toList()))
                .param(
                        "organizations",
                        Sql.uuids(pairs.stream().map(Map.Entry::getValue).toList()))
                .update();
    }

    private static @Nullable String[] column(List<Patient> patients, Function<Patient, @Nullable String> value) {
        return patients.stream().map(value).toArray(String[]::new);
    }

    public Optional<Patient> find(UUID id) {
        return Optional.ofNullable(listByIds(List.of(id)).get(id));
    }

    /** Somebody, if one of these organisations knows her. */
    public Optional<Patient> findKnownAt(Collection<UUID> organizations, UUID id) {
        boolean known = jdbc.sql(IS_KNOWN)
                .param("patient", id)
                .param("organizations", organizations.toArray(UUID[]::new))
                .query(Boolean.class)
                .single();
        return known ? find(id) : Optional.empty();
    }

    /** The organisations that know somebody. */
    public List<UUID> listKnowing(UUID patientId) {
        return jdbc.sql(LIST_KNOWING)
                .param("patient", patientId)
                .query(UUID.class)
                .list();
    }

    /** Those of these people whom one of these organisations knows. */
    public List<UUID> filterKnownAt(Collection<UUID> organizations, Collection<UUID> ids) {
        return jdbc.sql(FILTER_KNOWN_AT)
                .param("ids", Sql.uuids(ids))
                .param("organizations", Sql.uuids(organizations))
                .query(UUID.class)
                .list();
    }

    public Map<UUID, Patient> listByIds(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbc.sql(LIST_BY_IDS).param("ids", Sql.uuids(ids)).query(Patients::map).list().stream()
                .collect(Collectors.toMap(Patient::id, patient -> patient));
    }

    /** Records that an organisation cares for a person, so that its secretaries find her. */
    public void know(UUID patientId, UUID organizationId) {
        jdbc.sql(KNOW)
                .param("patient", patientId)
                .param("organization", organizationId)
                .update();
    }

    /** Removes an identity that was typed for a booking never confirmed. */
    public void forgetProvisional(UUID patientId) {
        jdbc.sql(FORGET_PROVISIONAL).param("id", patientId).update();
    }

    /** People known at these organisations; accents, case and typos forgiven, at most {@code limit}. */
    public List<Patient> search(Collection<UUID> organizations, PatientQuery query, int limit) {
        if (query.birthDate() == null && query.phone() == null) {
            return names.search(organizations, query.name(), limit);
        }
        return jdbc.sql(query.birthDate() == null ? SEARCH_PHONE : SEARCH_BORN)
                .param("typed", query.name())
                .param("organizations", Sql.uuids(organizations))
                .param("birthDate", query.birthDate())
                .param("phone", query.phone())
                .param("limit", limit)
                .query(Patients::map)
                .list();
    }

    /** People whom only other organisations know, with exactly this birth name, birth date and sex. */
    public List<Patient> listElsewhere(Collection<UUID> organizations, Identity identity) {
        return jdbc.sql(LIST_ELSEWHERE)
                .param("birthName", identity.birthName())
                .param("birthDate", identity.birthDate())
                .param("sex", identity.sex().code())
                .param("organizations", Sql.uuids(organizations))
                .query(Patients::map)
                .list();
    }

    /** People whom an organisation knows, with exactly this birth name, birth date and sex. */
    public List<Patient> listExact(UUID organizationId, Identity identity) {
        return jdbc.sql(LIST_EXACT)
                .param("birthName", identity.birthName())
                .param("birthDate", identity.birthDate())
                .param("sex", identity.sex().code())
                .param("organization", organizationId)
                .query(Patients::map)
                .list();
    }

    static Patient map(ResultSet row, int number) throws SQLException {
        return new Patient(
                row.getObject("id", UUID.class),
                new Identity(
                        row.getString("birth_name"),
                        row.getString("first_names"),
                        row.getObject("birth_date", LocalDate.class),
                        Sex.find(row.getString("sex")).orElse(Sex.UNKNOWN)),
                row.getString("identity_level"),
                row.getString("email"),
                row.getString("phone"));
    }
}
