package fr.quartdheure.demonstration;

import fr.quartdheure.account.Account;
import fr.quartdheure.account.Accounts;
import fr.quartdheure.directory.Site;
import fr.quartdheure.directory.Sites;
import fr.quartdheure.reception.AttemptResult;
import fr.quartdheure.reception.Call;
import fr.quartdheure.reception.CallBack;
import fr.quartdheure.reception.CallLog;
import fr.quartdheure.reception.CallOutcome;
import fr.quartdheure.reception.CallReason;
import fr.quartdheure.reception.Caller;
import fr.quartdheure.reception.CallingBack;
import fr.quartdheure.reception.Clerk;
import fr.quartdheure.reception.SiteRule;
import fr.quartdheure.reception.SiteRules;
import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.scheduling.AppointmentStatus;
import fr.quartdheure.scheduling.Appointments;
import fr.quartdheure.scheduling.FrontDesk;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A morning at one reception: some calls, whom to call back, who sits in the waiting room. Nobody of them exists. */
@Component
class ReceptionLoading {

    private static final String SITE = "danjou";
    private static final String LOGIN = "nathalie.bosch";
    private static final Duration AROUND = Duration.ofMinutes(20);
    private static final int ARRIVED = 6;

    private final Sites sites;
    private final Accounts accounts;
    private final CallLog log;
    private final CallingBack callingBack;
    private final SiteRules rules;
    private final Appointments appointments;
    private final FrontDesk frontDesk;
    private final Clock clock;

    ReceptionLoading(
            Sites sites,
            Accounts accounts,
            CallLog log,
            CallingBack callingBack,
            SiteRules rules,
            Appointments appointments,
            FrontDesk frontDesk,
            Clock clock) {
        this.sites = sites;
        this.accounts = accounts;
        this.log = log;
        this.callingBack = callingBack;
        this.rules = rules;
        this.appointments = appointments;
        this.frontDesk = frontDesk;
        this.clock = clock;
    }

    void load() {
        Site site = sites.find(DemoIds.of("site", SITE)).orElseThrow();
        Account account = accounts.find(LOGIN).orElseThrow();
        var clerk = new Clerk(account.id(), account.name());
        rules.put(new SiteRule(
                site.id(),
                SiteRule.Absence.NEVER,
                null,
                "Un empêchement\u00a0? Prévenez-nous la veille\u00a0: votre heure servira à quelqu’un d’autre.",
                "Something came up? Tell us the day before: your hour will serve somebody else.",
                clock.instant()));
        loadCalls(site, clerk);
        loadCallBacks(site, clerk);
        fillWaitingRoom(site);
    }

    private void loadCalls(Site site, Clerk clerk) {
        call(site, clerk, 130, Caller.SELF, 3, CallReason.APPOINTMENT, CallOutcome.BOOKED, 4, null);
        call(site, clerk, 112, Caller.RELATIVE, 14, CallReason.MOVE, CallOutcome.MOVED, 3, "Préfère le mercredi");
        call(site, clerk, 95, Caller.PHARMACY, null, CallReason.PRESCRIPTION, CallOutcome.INFORMED, 2, null);
        call(site, clerk, 80, Caller.SELF, 25, CallReason.UNSCHEDULED, CallOutcome.BOOKED, 5, null);
        call(site, clerk, 61, Caller.PROFESSIONAL, null, CallReason.PROFESSIONAL, CallOutcome.INFORMED, 6, null);
        call(site, clerk, 47, Caller.SELF, 36, CallReason.CANCEL, CallOutcome.CANCELLED, 2, null);
        call(site, clerk, 30, Caller.SELF, null, CallReason.REGISTRATION, CallOutcome.NOBODY_FOUND, 4, null);
        call(site, clerk, 12, Caller.RELATIVE, 47, CallReason.INFORMATION, CallOutcome.INFORMED, 3, null);
    }

    private void loadCallBacks(Site site, Clerk clerk) {
        callingBack.add(wanted(site, clerk, -25, 58, null, CallReason.RESULTS));
        UUID tried = callBack(site, clerk, 40, 69, null, CallReason.APPOINTMENT);
        callingBack.attempt(tried, AttemptResult.NO_ANSWER, clerk);
        callingBack.add(wanted(site, clerk, 180, null, "Pharmacie fictive du Castillet", CallReason.PRESCRIPTION));
    }

    private void call(
            Site site,
            Clerk clerk,
            int minutesAgo,
            Caller caller,
            @Nullable Integer person,
            CallReason reason,
            CallOutcome outcome,
            int minutes,
            @Nullable String note) {
        log.save(
                new Call(
                        UUID.randomUUID(),
                        site.id(),
                        caller,
                        null,
                        "+3346571" + (9000 + minutesAgo),
                        person == null ? null : DemoIds.of("patient", String.valueOf(person)),
                        reason,
                        outcome,
                        note,
                        false,
                        minutes,
                        clock.instant().minus(Duration.ofMinutes(minutesAgo)),
                        clerk),
                null);
    }

    private UUID callBack(
            Site site, Clerk clerk, int dueIn, @Nullable Integer person, @Nullable String who, CallReason reason) {
        CallBack wanted = wanted(site, clerk, dueIn, person, who, reason);
        callingBack.add(wanted);
        return wanted.id();
    }

    private CallBack wanted(
            Site site, Clerk clerk, int dueIn, @Nullable Integer person, @Nullable String who, CallReason reason) {
        Instant now = clock.instant();
        return new CallBack(
                UUID.randomUUID(),
                site.id(),
                null,
                who,
                "+3346571" + (9500 + dueIn),
                person == null ? null : DemoIds.of("patient", String.valueOf(person)),
                reason,
                null,
                now.plus(Duration.ofMinutes(dueIn)),
                now.minus(Duration.ofMinutes(70)),
                clerk.name(),
                null,
                null,
                List.of());
    }

    /** Those whose hour is near: the first of them are with their practitioner already. */
    private void fillWaitingRoom(Site site) {
        Instant now = clock.instant();
        List<Appointment> near = appointments.listOfSite(site.id(), now.minus(AROUND), now.plus(AROUND)).stream()
                .filter(one -> one.status() == AppointmentStatus.BOOKED)
                .limit(ARRIVED)
                .toList();
        near.forEach(one -> frontDesk.advance(one.id(), AppointmentStatus.ARRIVED));
        near.stream()
                .limit(ARRIVED / 2)
                .filter(one -> one.start().isBefore(now))
                .forEach(one -> frontDesk.advance(one.id(), AppointmentStatus.IN_CONSULTATION));
    }
}
