package fr.quartdheure.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.quartdheure.directory.Organization;
import fr.quartdheure.directory.OrganizationKind;
import fr.quartdheure.directory.Organizations;
import fr.quartdheure.directory.PractitionerFilter;
import fr.quartdheure.directory.Provenance;
import fr.quartdheure.geo.Origin;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who is shown what: the public on its own pages, professionals, regulators and CPTS through other software. */
class OfferedSlotsModuleTest {

    private static final Set<Audience> REGULATORS = Set.of(Audience.PUBLIC, Audience.PRO, Audience.SNP);

    private final Agenda agenda = new Agenda();
    private final UUID practitioner = agenda.practitioner();
    private final UUID room = agenda.room();

    @AfterEach
    void close() {
        agenda.close();
    }

    @Test
    void eachAudienceIsShownWhatIsForIt() {
        UUID cpts = cpts();
        Slot open = agenda.open(weekly("09:00")).getFirst();
        Slot snp = agenda.open(weekly("10:00").shownTo(Visibility.of(Audience.SNP)))
                .getFirst();
        Slot pro = agenda.open(weekly("11:00").shownTo(Visibility.of(Audience.PRO)))
                .getFirst();
        Slot ofCpts = agenda.open(weekly("12:00").shownTo(Visibility.ofCpts(List.of(cpts))))
                .getFirst();
        agenda.open(weekly("13:00").offline());
        assertThat(shown(Set.of(Audience.PUBLIC))).containsExactly(open.id());
        assertThat(shown(REGULATORS)).containsExactly(open.id(), snp.id(), pro.id());
        assertThat(shown(Set.of(Audience.CPTS))).containsExactly(ofCpts.id());
        assertThat(list(Set.of(Audience.CPTS)).getFirst().cpts()).containsExactly(cpts);
        assertThat(searched()).as("the inhabitant's own search").containsExactly(open.id());
    }

    @Test
    void aSlotMayBeForSeveralAndTheRuleSaysSoAgain() {
        UUID cpts = cpts();
        var both = Visibility.ofCpts(List.of(cpts), Audience.PUBLIC);
        agenda.open(weekly("09:00").shownTo(both));
        assertThat(list(REGULATORS).getFirst().audiences()).containsExactlyInAnyOrder(Audience.PUBLIC, Audience.CPTS);
        assertThat(agenda.get(AvailabilityRules.class).list())
                .extracting(AvailabilityRule::visibility)
                .containsExactly(both);
        assertThat(searched()).hasSize(1);
    }

    @Test
    void whatIsBookedIsGoneAndWhatIsCancelledIsBack() {
        Slot slot = agenda.open(weekly("09:00")).getFirst();
        var appointment = agenda.booked(slot, agenda.patient());
        assertThat(shown(REGULATORS)).isEmpty();
        agenda.get(Changes.class).cancel(appointment.id(), "patient", Changes.By.FRONT_DESK);
        assertThat(shown(REGULATORS)).containsExactly(slot.id());
        agenda.held(slot, agenda.visitor());
        assertThat(shown(REGULATORS)).as("a hold takes it too").isEmpty();
    }

    @Test
    void aWindowIsShownOnceItHasOpenedAndUntilItBegins() {
        Slot slot = agenda.open(weekly("09:00").unscheduled(0, "08:30")).getFirst();
        assertThat(shown(REGULATORS)).isEmpty();
        agenda.clock.advance(Duration.ofMinutes(30));
        assertThat(shown(REGULATORS)).containsExactly(slot.id());
        agenda.clock.advance(Duration.ofMinutes(31));
        assertThat(shown(REGULATORS)).isEmpty();
    }

    @Test
    void onlyThoseWhoAreAskedFor() {
        agenda.open(weekly("09:00"));
        assertThat(agenda.get(OfferedSlots.class)
                        .list(List.of(UUID.randomUUID()), Agenda.NOW, Agenda.NOW.plus(Duration.ofDays(1)), REGULATORS))
                .isEmpty();
        assertThat(agenda.get(OfferedSlots.class)
                        .list(List.of(), Agenda.NOW, Agenda.NOW.plus(Duration.ofDays(1)), REGULATORS))
                .isEmpty();
    }

    @Test
    void aCptsIsNamedExactlyWhenItIsShown() {
        assertThatThrownBy(() -> Visibility.of(Audience.CPTS)).hasMessageContaining("CPTS");
        assertThatThrownBy(() -> new Visibility(Set.of(Audience.PUBLIC), Set.of(UUID.randomUUID())))
                .hasMessageContaining("PUBLIC");
    }

    /** One slot on Monday, of an hour. */
    private Weekly weekly(String start) {
        String end = "%02d:00".formatted(Integer.parseInt(start.substring(0, 2)) + 1);
        return agenda.weekly(practitioner, room).from(start, end).step(60);
    }

    private UUID cpts() {
        var id = UUID.randomUUID();
        agenda.get(Organizations.class)
                .add(new Organization(id, "CPTS", OrganizationKind.CPTS, null, null, null, Provenance.LOCAL));
        return id;
    }

    private List<UUID> shown(Set<Audience> audiences) {
        return list(audiences).stream().map(OfferedSlot::id).toList();
    }

    private List<OfferedSlot> list(Set<Audience> audiences) {
        return agenda.get(OfferedSlots.class)
                .list(List.of(practitioner), Agenda.NOW, Agenda.NOW.plus(Duration.ofDays(2)), audiences);
    }

    private List<UUID> searched() {
        var request = new SearchRequest(
                Origin.parse("66001").orElseThrow(),
                "general-practice",
                15,
                15,
                Agenda.NOW,
                Agenda.NOW.plus(Duration.ofDays(2)),
                new SearchRequest.SearchFilter(null, false, PractitionerFilter.NONE, false, false),
                20);
        return agenda.get(SlotSearch.class).search(request).slots().stream()
                .map(Slot::id)
                .toList();
    }
}
