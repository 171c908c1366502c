package fr.quartdheure.demonstration;

import fr.quartdheure.demo.Population;
import fr.quartdheure.directory.Practitioner;
import fr.quartdheure.directory.PractitionerAtSite;
import fr.quartdheure.directory.Practitioners;
import fr.quartdheure.directory.Site;
import fr.quartdheure.directory.Sites;
import fr.quartdheure.time.PublicHoliday;
import fr.quartdheure.visit.Asking;
import fr.quartdheure.visit.DayPlanning;
import fr.quartdheure.visit.RoundOpening;
import fr.quartdheure.visit.RoundOpening.Opened;
import fr.quartdheure.visit.Urgency;
import fr.quartdheure.visit.VisitRound;
import fr.quartdheure.visit.Wanted;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A few visits at home and in an Ehpad, for patients who do not exist, at addresses that say so. They are placed one by
 * one, which takes milliseconds: the search of the engine is not begun for them.
 */
@Component
class VisitLoading {

    private static final String SITE = "danjou";
    private static final LocalTime STARTS = LocalTime.of(13, 30);
    private static final LocalTime ENDS = LocalTime.of(17, 30);
    private static final int DAYS = 2;
    private static final int LOOKED_AT = 400;
    private static final LocalDate BORN_BEFORE = LocalDate.of(1946, 1, 1);
    private static final String PHYSICIAN = "10";

    private final Sites sites;
    private final Practitioners practitioners;
    private final RoundOpening opening;
    private final Asking asking;
    private final DayPlanning planning;

    VisitLoading(Sites sites, Practitioners practitioners, RoundOpening opening, Asking asking, DayPlanning planning) {
        this.sites = sites;
        this.practitioners = practitioners;
        this.opening = opening;
        this.asking = asking;
        this.planning = planning;
    }

    /** On the first two working days from today on, by whoever receives nobody then. */
    void load(Population population, LocalDate today) {
        List<UUID> elders = population.patients(LOOKED_AT).stream()
                .filter(person -> person.birthDate().isBefore(BORN_BEFORE))
                .map(person -> DemoIds.of("patient", String.valueOf(person.number())))
                .toList();
        Site base = sites.find(DemoIds.of("site", SITE)).orElseThrow();
        Stream.iterate(today, day -> day.plusDays(1))
                .filter(VisitLoading::isWorked)
                .limit(DAYS)
                .forEach(day -> load(base, day, elders));
    }

    private static boolean isWorked(LocalDate day) {
        return day.getDayOfWeek().getValue() < DayOfWeek.SATURDAY.getValue()
                && PublicHoliday.on(day).isEmpty();
    }

    private void load(Site base, LocalDate day, List<UUID> elders) {
        List<UUID> doctors = practitioners.ofSite(base.id()).stream()
                .map(PractitionerAtSite::practitioner)
                .filter(one -> PHYSICIAN.equals(one.profession()))
                .map(Practitioner::id)
                .toList();
        boolean goes =
                doctors.stream().anyMatch(doctor -> opening.open(round(base, doctor, day)) instanceof Opened.Open);
        List<UUID> asked = List.of(
                asking.ask(
                        base.organizationId(),
                        at("12 rue Fictive", "66136-sud", day, "14:00", "16:00", null, 30, "Sonner deux fois"),
                        elders.subList(0, 1)),
                asking.ask(
                        base.organizationId(),
                        at("3 impasse Fictive", "66028", day, "13:30", "17:00", null, 30, "Code 12B, 2e étage"),
                        elders.subList(1, 2)),
                asking.ask(
                        base.organizationId(),
                        at(
                                "Avenue Fictive",
                                "66136-nord",
                                day,
                                "14:00",
                                "16:00",
                                "Ehpad fictif des Micocouliers",
                                60,
                                null),
                        elders.subList(2, 5)));
        if (goes) {
            asked.forEach(request -> planning.load(base.organizationId(), day, request));
        }
    }

    private static VisitRound round(Site base, UUID doctor, LocalDate day) {
        return new VisitRound(
                UUID.randomUUID(),
                base.organizationId(),
                doctor,
                base.id(),
                day,
                STARTS,
                ENDS,
                null,
                null,
                null,
                null,
                List.of());
    }

    private static Wanted at(
            String address,
            String commune,
            LocalDate day,
            String from,
            String until,
            @Nullable String place,
            int minutes,
            @Nullable String note) {
        return new Wanted(
                place,
                address,
                commune,
                null,
                null,
                null,
                day,
                LocalTime.parse(from),
                LocalTime.parse(until),
                minutes,
                Urgency.ROUTINE,
                null,
                null,
                null,
                note);
    }
}
