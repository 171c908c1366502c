package fr.quartdheure.demonstration;

import fr.quartdheure.account.Account;
import fr.quartdheure.account.Accounts;
import fr.quartdheure.cpts.Coordination;
import fr.quartdheure.cpts.Mission;
import fr.quartdheure.cpts.Missions;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A CPTS that does not exist, coordinated, with two missions; its members share their unscheduled time. */
@Component
class CommunityLoading {

    static final String CPTS = "cpts-tet-littoral";
    private static final String COORDINATOR = "helene.puig";

    private final Accounts accounts;
    private final Coordination coordination;
    private final Missions missions;

    CommunityLoading(Accounts accounts, Coordination coordination, Missions missions) {
        this.accounts = accounts;
        this.coordination = coordination;
        this.missions = missions;
    }

    void load(LocalDate today) {
        UUID cpts = DemoIds.of("organization", CPTS);
        UUID account = accounts.find(COORDINATOR).map(Account::id).orElseThrow();
        coordination.takeUp(cpts, account);
        add(cpts, "unscheduled", "Plages communes du matin", "Les secrétariats membres", today, "under-way");
        add(cpts, "medecin-traitant", "Une liste par lieu, mêmes règles", "Coordination", today, "planned");
    }

    private void add(UUID cpts, String kind, String title, String owner, LocalDate today, String state) {
        LocalDate starts = today.withDayOfYear(1);
        missions.put(new Mission(UUID.randomUUID(), cpts, kind, title, owner, starts, starts.plusYears(2), state, ""));
    }
}
