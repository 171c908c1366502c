package fr.quartdheure.demonstration;

import fr.quartdheure.database.Birth;
import fr.quartdheure.demo.Population;
import fr.quartdheure.geo.Communes;
import fr.quartdheure.scheduling.Horizon;
import fr.quartdheure.time.Paris;
import java.time.Clock;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Fills an empty demonstration, in one transaction: a start that is interrupted leaves nothing behind. */
@Component
class DemonstrationLoading implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemonstrationLoading.class);

    private final Birth birth;
    private final Communes communes;
    private final TerritoryLoading territory;
    private final PeopleLoading people;
    private final AgendaLoading agendas;
    private final VisitLoading visits;
    private final RegistrationLoading registrations;
    private final CommunityLoading community;
    private final ReceptionLoading receptions;
    private final Horizon horizon;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemonstrationLoading(
            Birth birth,
            Communes communes,
            TerritoryLoading territory,
            PeopleLoading people,
            AgendaLoading agendas,
            VisitLoading visits,
            RegistrationLoading registrations,
            CommunityLoading community,
            ReceptionLoading receptions,
            Horizon horizon,
            TransactionTemplate transaction,
            Clock clock) {
        this.birth = birth;
        this.communes = communes;
        this.territory = territory;
        this.people = people;
        this.agendas = agendas;
        this.visits = visits;
        this.registrations = registrations;
        this.community = community;
        this.receptions = receptions;
        this.horizon = horizon;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (birth.isDemo() && communes.count() == 0) {
            transaction.executeWithoutResult(status -> load());
        }
    }

    private void load() {
        LocalDate today = Paris.dayOf(clock.instant());
        var population = Population.on(today);
        territory.load();
        people.load(population, today);
        horizon.keep();
        int appointments = agendas.load(population, today);
        visits.load(population, today);
        registrations.load(population);
        community.load(today);
        receptions.load();
        LOG.info(
                "The demonstration is loaded: {} practitioners, {} appointments, nobody of them real",
                population.practitioners().size(),
                appointments);
    }
}
