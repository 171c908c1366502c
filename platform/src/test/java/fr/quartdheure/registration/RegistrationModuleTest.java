package fr.quartdheure.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.quartdheure.account.Channel;
import fr.quartdheure.account.Contact;
import fr.quartdheure.account.ContactProofs;
import fr.quartdheure.audit.Trace;
import fr.quartdheure.geo.Commune;
import fr.quartdheure.geo.Origin;
import fr.quartdheure.patient.Identity;
import fr.quartdheure.patient.Sex;
import fr.quartdheure.registration.Answering.Answered;
import fr.quartdheure.registration.Joining.Joined;
import fr.quartdheure.registration.Joining.Proving;
import fr.quartdheure.registration.Joining.Wanted;
import fr.quartdheure.registration.Keeping.Counted;
import fr.quartdheure.registration.Matching.Opened;
import fr.quartdheure.registration.RegistrationRequest.State;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RegistrationModuleTest {

    private static final Identity LEA = new Identity("Vidal", "Léa", ListDesk.BORN, Sex.FEMALE);
    private static final Contact MAIL = Contact.of(Channel.EMAIL, "vidal@example.org");

    private final ListDesk desk = new ListDesk(Priority.PREGNANT, Priority.ELDER);

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void theListIsInTheOrderThatThePublicRulesSay() {
        UUID first = desk.asks();
        tick();
        UUID second = desk.asks(Priority.LONG_TERM);
        tick();
        UUID pregnant = desk.asks(Priority.PREGNANT);
        assertThat(List.of(desk.position(pregnant), desk.position(first), desk.position(second)))
                .as("a long-term condition puts nobody first where the site did not choose it")
                .containsExactly(1, 2, 3);
        assertThat(desk.turns.listOfSite(desk.site, 10))
                .extracting(Turn::requestId)
                .containsExactly(pregnant, first, second);
    }

    @Test
    void ageAloneTellsYoungAndOld() {
        LocalDate today = LocalDate.parse("2026-11-23");
        assertThat(Priority.of(Set.of(Priority.ELDER), today.minusYears(75).plusDays(1), today))
                .isEmpty();
        assertThat(Priority.of(Set.of(), today.minusYears(75), today)).containsExactly(Priority.ELDER);
        assertThat(Priority.of(Set.of(), today.minusYears(6).plusDays(1), today))
                .containsExactly(Priority.YOUNG_CHILD);
        assertThat(Priority.of(Set.of(), today.minusYears(6), today)).isEmpty();
    }

    @Test
    void aPlaceGoesToTheFirstThenToTheNextAndIsTakenOnce() {
        UUID doctor = desk.doctor(5);
        UUID first = desk.asks();
        tick();
        UUID second = desk.asks();
        assertThat(desk.matching.open(doctor, desk.site, 1)).isEqualTo(new Opened.Open(1, 1));
        assertThat(desk.isAsked(first)).isTrue();
        assertThat(desk.isAsked(second)).isFalse();

        assertThat(desk.answering.decline(first)).isEqualTo(new Answered.Declined());
        desk.matching.serve();
        assertThat(desk.isAsked(second)).isTrue();
        assertThat(desk.isAsked(first)).as("nobody is told of a place twice").isFalse();
        assertThat(desk.position(first)).as("whoever declines keeps her turn").isEqualTo(1);

        assertThat(desk.answering.accept(second)).isInstanceOf(Answered.Taken.class);
        assertThat(desk.answering.accept(second)).isEqualTo(new Answered.TooLate());
        assertThat(desk.state(second)).isEqualTo(State.PLACED);
        assertThat(panel(doctor).size()).isEqualTo(801);
        desk.assertFair();
    }

    @Test
    void silenceForAWeekPassesItOnAndAsksWhetherSheStillWantsOne() {
        UUID doctor = desk.doctor(5);
        UUID first = desk.asks();
        tick();
        UUID second = desk.asks();
        desk.matching.open(doctor, desk.site, 1);
        desk.agenda.clock.advance(Duration.ofDays(7));
        desk.matching.serve();
        assertThat(desk.isAsked(first)).as("the last day counts whole").isTrue();
        desk.agenda.clock.advance(Duration.ofDays(1));
        assertThat(desk.answering.accept(first)).isEqualTo(new Answered.TooLate());
        desk.matching.serve();
        assertThat(desk.isAsked(second)).isTrue();
        assertThat(desk.agenda.events).contains(new StillWanted(first));
    }

    @Test
    void noAnswerBringsAListAboveItsTargetOrTheSiteAboveItsLimit() {
        UUID doctor = desk.doctor(2);
        assertThat(desk.matching.open(doctor, desk.site, 3)).isEqualTo(new Opened.BeyondTarget(2));
        assertThat(desk.matching.open(doctor, desk.site, 2)).isEqualTo(new Opened.Open(2, 0));
        assertThat(desk.matching.open(doctor, desk.site, 1)).isEqualTo(new Opened.BeyondTarget(0));
        assertThat(desk.keeping.count(doctor, desk.site, 801, 800)).isEqualTo(Counted.PLACES_OPEN);
        desk.matching.withdraw(doctor, desk.site);
        assertThat(desk.keeping.count(doctor, desk.site, 801, 800)).isEqualTo(Counted.SET);
        desk.keeping.setRules(new RegistrationList(desk.site, true, 30, Set.of(), 1602, 7, 6));
        UUID other = desk.doctor(5);
        assertThat(desk.matching.open(other, desk.site, 2)).isEqualTo(new Opened.BeyondSite(1));
        assertThatThrownBy(() -> desk.matching.open(other, desk.site, 51)).hasMessageContaining("between 1 and 50");
    }

    @Test
    void whoeverLeavesIsNotAskedAndComesBackWithHerDate() {
        UUID doctor = desk.doctor(5);
        UUID first = desk.asks();
        tick();
        UUID second = desk.asks();
        desk.matching.open(doctor, desk.site, 1);
        assertThat(desk.leaving.leaveAll(first)).isTrue();
        assertThat(desk.leaving.leaveAll(first)).isFalse();
        desk.matching.serve();
        assertThat(desk.isAsked(second)).isTrue();
        assertThat(desk.leaving.comeBack(first)).isTrue();
        assertThat(desk.position(first)).isEqualTo(1);
        desk.leaving.leave(first, desk.site);
        assertThat(desk.state(first)).as("the last list ends the request").isEqualTo(State.LEFT);
        desk.agenda.clock.advance(Leaving.BACK_WITHIN);
        assertThat(desk.leaving.comeBack(first))
                .as("after three months it is a new request")
                .isFalse();
    }

    @Test
    void theContactIsProvedAndWhoeverAsksTwiceKeepsHerDate() {
        UUID there = desk.agenda.site(commune(), false);
        desk.keeping.setRules(new RegistrationList(there, true, 30, Set.of(), null, 7, 6));
        UUID request = proved(List.of(desk.site));
        assertThat(desk.position(request)).isEqualTo(1);
        tick();
        UUID other = desk.asks();
        UUID again = proved(List.of(desk.site, there));
        assertThat(again).isEqualTo(request);
        assertThat(desk.turns.listOfRequest(request)).extracting(Turn::siteId).contains(there, desk.site);
        assertThat(desk.position(other)).isEqualTo(2);
        desk.assertCount("select count(*) from registration.request", 2);
    }

    @Test
    void whatIsNeverProvedIsForgotten() {
        Joined asked = desk.joining.ask(LEA, MAIL, wanted(List.of(desk.site)));
        UUID request = ((Joined.AwaitingCode) asked).requestId();
        assertThat(desk.turns.listOfSite(desk.site, 10)).isEmpty();
        assertThat(desk.joining.prove(request, "12")).isInstanceOf(Proving.class);
        desk.agenda.clock.advance(Duration.ofMinutes(31));
        desk.agenda.get(Rechecking.class).sweep();
        assertThat(desk.requests.find(request)).isEmpty();
        desk.assertCount("select count(*) from patient.patient", 0);
    }

    @Test
    void nobodyIsTakenFromFartherThanTheListReaches() {
        var nearby = desk.agenda.get(NearbyLists.class);
        assertThat(nearby.around(new Origin.InCommune("66001")).within()).isEqualTo(15);
        assertThat(nearby.around(new Origin.InCommune("66002")).within()).isEqualTo(30);
        assertThat(nearby.around(new Origin.InCommune("66003")).lists())
                .as("38 minutes away, the list takes 30")
                .isEmpty();
        assertThat(desk.joining.ask(LEA, MAIL, new Wanted("self", "66003", Set.of(), List.of(desk.site))))
                .isEqualTo(new Joined.Nowhere());
    }

    @Test
    void whoeverSaysNothingAfterSixMonthsLeavesTheListAndMayComeBack() {
        UUID request = desk.asks();
        desk.agenda.clock.advance(Duration.ofDays(190));
        desk.agenda.get(Rechecking.class).sweep();
        assertThat(desk.agenda.events).contains(new StillWanted(request));
        assertThat(desk.leaving.confirm(request, Set.of(Priority.PREGNANT))).isTrue();
        assertThat(desk.requests.find(request).orElseThrow().classes()).containsExactly(Priority.PREGNANT);

        desk.agenda.clock.advance(Duration.ofDays(190));
        desk.agenda.get(Rechecking.class).sweep();
        desk.agenda.clock.advance(Duration.ofDays(31));
        desk.agenda.get(Rechecking.class).sweep();
        assertThat(desk.state(request)).isEqualTo(State.SILENT);
        assertThat(desk.leaving.comeBack(request)).isTrue();
    }

    @Test
    void whenADoctorStopsHerPatientsMayComeBackWithTheirDate() {
        UUID doctor = desk.doctor(5);
        UUID mine = desk.asks();
        tick();
        UUID later = desk.asks();
        desk.matching.open(doctor, desk.site, 2);
        desk.answering.accept(mine);
        assertThat(desk.keeping.stop(doctor, desk.site)).isEqualTo(1);
        assertThat(desk.isAsked(later)).as("her places are taken back").isFalse();
        assertThat(desk.agenda.events).contains(new ComeBack(mine));
        assertThat(desk.matching.open(doctor, desk.site, 1)).isEqualTo(new Opened.NoPanel());
        assertThat(desk.leaving.comeBack(mine)).isTrue();
        assertThat(desk.position(mine)).isEqualTo(1);
        assertThat(panel(doctor).size()).isEqualTo(800);
    }

    @Test
    void bothSignAndWhoeverIsTakenOnElsewhereLeavesTheOtherList() {
        UUID there = desk.agenda.site(commune(), false);
        desk.keeping.setRules(new RegistrationList(there, true, 30, Set.of(), null, 7, 6));
        UUID doctor = desk.doctor(5);
        UUID request = desk.asks(List.of(desk.site, there));
        desk.matching.open(doctor, desk.site, 1);
        var taken = (Answered.Taken) desk.answering.accept(request);
        assertThat(desk.turns.listOfSite(there, 10)).isEmpty();
        var registrations = desk.agenda.get(Registrations.class);
        assertThat(registrations.listToDeclare(desk.site)).hasSize(1);
        LocalDate day = LocalDate.parse("2026-11-23");
        desk.keeping.sign(taken.registration().id(), day, null);
        assertThat(registrations.listToDeclare(desk.site)).hasSize(1);
        desk.keeping.sign(taken.registration().id(), day, day);
        assertThat(registrations.listToDeclare(desk.site)).isEmpty();
        assertThat(desk.agenda.events)
                .filteredOn(Trace.class::isInstance)
                .extracting(event -> ((Trace) event).act())
                .contains("registration-ask", "registration-open", "registration-accept", "registration-sign");
    }

    @Test
    void theFlowOfAMonthAddsUp() {
        UUID doctor = desk.doctor(5);
        UUID first = desk.asks();
        desk.asks();
        UUID third = desk.asks();
        desk.agenda.clock.advance(Duration.ofDays(3));
        desk.matching.open(doctor, desk.site, 1);
        desk.answering.accept(desk.turns.listOfSite(desk.site, 1).getFirst().requestId());
        desk.leaving.leaveAll(desk.state(first) == State.PLACED ? third : first);
        var month = desk.agenda.get(MonthlyFlows.class).ofSite(desk.site).getLast();
        assertThat(month)
                .isEqualTo(new MonthlyFlow(LocalDate.parse("2026-11-01"), 3, 1, 1, 1, 3))
                .extracting(MonthlyFlow::net)
                .isEqualTo(1);
        assertThat(desk.agenda
                        .get(MonthlyFlows.class)
                        .ofPractitioner(doctor, desk.site)
                        .getLast()
                        .taken())
                .isEqualTo(1);
        var standing = java.util.Objects.requireNonNull(desk.agenda
                .get(MonthlyFlows.class)
                .standings(List.of(desk.site))
                .get(desk.site));
        assertThat(standing).isEqualTo(new MonthlyFlows.Standing(1, 1, 1, 3));
        assertThat(standing.hidesWaiting()).isTrue();
        assertThat(standing.shownMedianDays()).isNull();
    }

    private static Commune commune() {
        return new Commune("66001", "Ici", List.of("66100"), 900, 42.700, 2.9, null, false);
    }

    private static Wanted wanted(List<UUID> sites) {
        return new Wanted("self", ListDesk.HERE, Set.of(), sites);
    }

    private UUID proved(List<UUID> sites) {
        UUID request = ((Joined.AwaitingCode) desk.joining.ask(LEA, MAIL, wanted(sites))).requestId();
        UUID proof = java.util.Objects.requireNonNull(
                desk.requests.find(request).orElseThrow().proofId());
        String code =
                desk.agenda.get(ContactProofs.class).issue(proof).orElseThrow().code();
        assertThat(desk.joining.prove(request, code.equals("000000") ? "000001" : "000000"))
                .isEqualTo(new Proving.WrongCode(4));
        return ((Proving.Waits) desk.joining.prove(request, code)).requestId();
    }

    private Panel panel(UUID doctor) {
        return desk.agenda.get(Panels.class).find(doctor, desk.site).orElseThrow();
    }

    private void tick() {
        desk.agenda.clock.advance(Duration.ofMinutes(1));
    }
}
