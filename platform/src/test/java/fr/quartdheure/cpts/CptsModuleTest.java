package fr.quartdheure.cpts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.quartdheure.directory.Communities;
import fr.quartdheure.geo.Commune;
import fr.quartdheure.scheduling.Agenda;
import fr.quartdheure.scheduling.Slot;
import fr.quartdheure.scheduling.Visibility;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A community of two sites, and a third that does not belong to it. */
class CptsModuleTest {

    private static final Commune HERE = new Commune("66001", "Ici", List.of("66100"), 900, 42.700, 2.9, null, false);

    private final Agenda agenda = new Agenda("fr.quartdheure.cpts");
    private final Coordination coordination = agenda.get(Coordination.class);
    private final Memberships memberships = agenda.get(Memberships.class);
    private final CommunityWindows windows = agenda.get(CommunityWindows.class);
    private final UUID account = UUID.randomUUID();
    private final UUID cpts = coordination.create("CPTS d’essai", account);
    private final UUID own = agenda.site(HERE, false);
    private final UUID stranger = agenda.site(HERE, false);

    @AfterEach
    void close() {
        agenda.close();
    }

    @Test
    void aWindowIsSeenByTheOtherMembersAloneAndOnlyWhileTheyAreMembers() {
        Slot slot = shared();
        join(agenda.site);
        UUID mine = join(own);
        assertThat(windows.listFree(List.of(own), slot.start(), slot.end()))
                .extracting(Slot::id)
                .contains(slot.id());
        assertThat(windows.isOpenTo(List.of(own), slot.id())).isTrue();
        assertThat(windows.isOpenTo(List.of(stranger), slot.id())).isFalse();
        assertThat(windows.listFree(List.of(stranger), slot.start(), slot.end()))
                .isEmpty();
        coordination.end(mine);
        assertThat(windows.isOpenTo(List.of(own), slot.id()))
                .as("whoever left sees nothing")
                .isFalse();
    }

    @Test
    void whatIsOfferedToACommunityByASiteThatLeftItIsSharedWithNobody() {
        Slot slot = shared();
        UUID theirs = join(agenda.site);
        join(own);
        coordination.end(theirs);
        assertThat(windows.isOpenTo(List.of(own), slot.id())).isFalse();
    }

    @Test
    void anOrdinaryHourIsNotShared() {
        Slot slot = agenda.open(agenda.weekly()).getFirst();
        join(agenda.site);
        join(own);
        assertThat(windows.isOpenTo(List.of(own), slot.id())).isFalse();
    }

    @Test
    void anInvitationIsAnsweredOnceAndDated() {
        assertThat(coordination.invite(cpts, own)).isTrue();
        assertThat(coordination.invite(cpts, own)).as("once at a time").isFalse();
        UUID id = memberships.list(cpts).getFirst().id();
        assertThat(agenda.get(Communities.class).sitesOf(cpts)).isEmpty();
        assertThat(coordination.answer(id, false)).isTrue();
        assertThat(coordination.answer(id, true)).isFalse();
        assertThat(agenda.get(Communities.class).sitesOf(cpts)).isEmpty();
        assertThat(join(own)).isNotEqualTo(id);
        assertThat(memberships.listCoordinated(account)).containsExactly(cpts);
    }

    @Test
    void theTerritoryTakesKnownCommunesAndSaysWhichOthersChoseToo() {
        assertThat(coordination.addCommunes(cpts, List.of("66001", "99999"))).containsExactly("99999");
        UUID other = coordination.create("Voisine", account);
        coordination.addCommunes(other, List.of("66001", "66002"));
        assertThat(agenda.get(Communities.class).alsoChosen(cpts)).isEqualTo(java.util.Map.of(other, List.of("66001")));
        coordination.removeCommune(cpts, "66001");
        assertThat(agenda.get(Communities.class).alsoChosen(cpts)).isEmpty();
    }

    @Test
    void aMissionIsOfTheAgreementAndSaysWhatItIs() {
        assertThatThrownBy(() -> new Mission(account, cpts, "x", "y", "", null, null, "planned", ""))
                .hasMessageContaining("no mission is of kind x");
        assertThatThrownBy(() -> new Mission(account, cpts, "crisis", " ", "", null, null, "planned", ""))
                .hasMessageContaining("not a title");
    }

    @ParameterizedTest
    @CsvSource({"0,1", "39999,1", "40000,2", "79999,2", "80000,3", "175000,3", "175001,4"})
    void theSizeIsThatOfTheAgreement(long inhabitants, int number) {
        assertThat(SizeClass.of(inhabitants).number()).isEqualTo(number);
    }

    private UUID join(UUID site) {
        coordination.invite(cpts, site);
        UUID id = memberships.listOfSites(List.of(site)).getLast().id();
        coordination.answer(id, true);
        return id;
    }

    /** An unscheduled hour of the site, offered to the community. */
    private Slot shared() {
        return agenda.open(agenda.weekly().unscheduled(0, "07:00").shownTo(Visibility.ofCpts(List.of(cpts))))
                .getFirst();
    }
}
