package fr.quartdheure.demonstration;

import fr.quartdheure.account.AccountCreation;
import fr.quartdheure.account.Accounts;
import fr.quartdheure.account.Grant;
import fr.quartdheure.account.Passwords;
import fr.quartdheure.account.Role;
import fr.quartdheure.demo.Offered;
import fr.quartdheure.demo.Population;
import fr.quartdheure.demo.Rule;
import fr.quartdheure.demo.Territory;
import fr.quartdheure.demo.TestBench;
import fr.quartdheure.directory.Gender;
import fr.quartdheure.directory.Practitioner;
import fr.quartdheure.directory.PractitionerRole;
import fr.quartdheure.directory.Practitioners;
import fr.quartdheure.directory.Provenance;
import fr.quartdheure.scheduling.Audience;
import fr.quartdheure.scheduling.AvailabilityRule;
import fr.quartdheure.scheduling.AvailabilityRules;
import fr.quartdheure.scheduling.Kind;
import fr.quartdheure.scheduling.Mode;
import fr.quartdheure.scheduling.Visibility;
import fr.quartdheure.time.Recurrence;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The people who care and those who receive callers, with their weekly rules. Nobody of them exists. */
@Component
class PeopleLoading {

    private final Practitioners practitioners;
    private final AvailabilityRules rules;
    private final Accounts accounts;
    private final Passwords passwords;

    PeopleLoading(Practitioners practitioners, AvailabilityRules rules, Accounts accounts, Passwords passwords) {
        this.practitioners = practitioners;
        this.rules = rules;
        this.accounts = accounts;
        this.passwords = passwords;
    }

    void load(Population population, LocalDate today) {
        practitioners.addAll(Stream.concat(population.practitioners().stream(), TestBench.practitioners().stream())
                .map(PeopleLoading::practitioner)
                .toList());
        Map<String, Integer> ranks = new HashMap<>();
        practitioners.addRoles(Stream.concat(population.roles().stream(), TestBench.roles().stream())
                .map(role -> new PractitionerRole(
                        DemoIds.of("role", role.practitionerKey() + "/" + role.siteKey()),
                        DemoIds.of("practitioner", role.practitionerKey()),
                        DemoIds.of("site", role.siteKey()),
                        role.acceptsNewPatients(),
                        role.acceptsRegistrations(),
                        ranks.merge(role.siteKey(), 1, Integer::sum)))
                .toList());
        rules.addAll(population.rules().stream()
                .map(rule -> rule(rule, visibility(rule), today))
                .toList());
        rules.addAll(TestBench.rules().stream()
                .map(one -> rule(one.rule(), visibility(one), today))
                .toList());
        loadAccounts(population);
    }

    private static Practitioner practitioner(fr.quartdheure.demo.Practitioner one) {
        return new Practitioner(
                DemoIds.of("practitioner", one.key()),
                one.rpps(),
                one.familyName(),
                one.givenName(),
                Gender.of(one.gender()),
                one.profession(),
                one.specialty(),
                one.languages(),
                one.advancedPractice(),
                Provenance.DEMO);
    }

    private static AvailabilityRule rule(Rule rule, Visibility visibility, LocalDate today) {
        return new AvailabilityRule(
                DemoIds.of("rule", rule.key()),
                DemoIds.of("practitioner", rule.practitionerKey()),
                DemoIds.of("site", rule.siteKey()),
                rule.roomKey() == null ? null : DemoIds.of("room", rule.roomKey()),
                rule.service(),
                "scheduled".equals(rule.kind()) ? Kind.SCHEDULED : Kind.UNSCHEDULED,
                Mode.find(rule.mode()).orElseThrow(),
                new Recurrence(
                        rule.day(), 1, today, null, rule.starts(), rule.ends(), Duration.ofMinutes(rule.slotMinutes())),
                visibility,
                opening(rule),
                rule.sharedWith().stream()
                        .map(key -> DemoIds.of("organization", key))
                        .collect(Collectors.toSet()));
    }

    /** Unscheduled windows are what the regulators of the SAS look for. */
    private static Visibility visibility(Rule rule) {
        if (!rule.online()) {
            return Visibility.NOBODY;
        }
        if ("scheduled".equals(rule.kind())) {
            return Visibility.PUBLIC;
        }
        List<UUID> shownTo = Territory.cpts().stream()
                .filter(cpts -> cpts.organizationKey().equals(CommunityLoading.CPTS)
                        && cpts.siteKeys().contains(rule.siteKey()))
                .map(cpts -> DemoIds.of("organization", cpts.organizationKey()))
                .toList();
        return shownTo.isEmpty()
                ? Visibility.of(Audience.PUBLIC, Audience.SNP)
                : Visibility.ofCpts(shownTo, Audience.PUBLIC, Audience.SNP);
    }

    private static Visibility visibility(Offered one) {
        return new Visibility(
                one.audiences().stream().map(Audience::of).collect(Collectors.toSet()),
                one.cptsKeys().stream()
                        .map(key -> DemoIds.of("organization", key))
                        .collect(Collectors.toSet()));
    }

    private static AvailabilityRule.@Nullable Opening opening(Rule rule) {
        var days = rule.opensDaysBefore();
        var hour = rule.opensAt();
        return days == null || hour == null ? null : new AvailabilityRule.Opening(days, hour);
    }

    private void loadAccounts(Population population) {
        String hash = passwords.hash(Accounts.DEMONSTRATION_PASSWORD);
        for (var staff : population.secretaries()) {
            Role role = Role.of(staff.role());
            List<Grant> grants = role.isEverywhere()
                    ? List.of(new Grant(role, null, null))
                    : staff.siteKeys().stream()
                            .map(key -> new Grant(role, null, DemoIds.of("site", key)))
                            .toList();
            create(staff.login(), staff.name(), hash, null, grants);
        }
        for (var practitioner : population.practitioners()) {
            List<Grant> grants = population.roles().stream()
                    .filter(role -> role.practitionerKey().equals(practitioner.key()))
                    .map(role -> new Grant(Role.PRACTITIONER, null, DemoIds.of("site", role.siteKey())))
                    .toList();
            create(
                    Population.loginOf(practitioner),
                    practitioner.givenName() + " " + practitioner.familyName(),
                    hash,
                    DemoIds.of("practitioner", practitioner.key()),
                    grants);
        }
    }

    private void create(String login, String name, String hash, @Nullable UUID practitionerId, List<Grant> grants) {
        var creation = accounts.createWithHash(login, name, hash, practitionerId, grants);
        if (!(creation instanceof AccountCreation.Created)) {
            throw new IllegalStateException("the demonstration's account was refused: " + creation);
        }
    }
}
