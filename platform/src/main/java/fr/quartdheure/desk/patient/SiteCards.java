package fr.quartdheure.desk.patient;

import fr.quartdheure.directory.Practitioner;
import fr.quartdheure.directory.Practitioners;
import fr.quartdheure.directory.Site;
import fr.quartdheure.directory.Sites;
import fr.quartdheure.scheduling.SearchResult;
import fr.quartdheure.scheduling.Slot;
import fr.quartdheure.time.Paris;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Slots grouped by site, nearest first, then by day. */
@Component
public class SiteCards {

    private static final int SHOWN = 4;

    private final Sites sites;
    private final Practitioners practitioners;

    SiteCards(Sites sites, Practitioners practitioners) {
        this.sites = sites;
        this.practitioners = practitioners;
    }

    List<Card> of(SearchResult found) {
        Map<UUID, List<Choice>> bySite = choices(found.slots()).stream()
                .collect(Collectors.groupingBy(
                        choice -> choice.slot().siteId(), LinkedHashMap::new, Collectors.toList()));
        return sites.listByIds(bySite.keySet()).values().stream()
                .map(site -> card(
                        site, found.minutes().getOrDefault(site.id(), 0.0), bySite.getOrDefault(site.id(), List.of())))
                .sorted(Comparator.comparingDouble(Card::exactMinutes))
                .toList();
    }

    /** Slots with who receives, in the order given. */
    List<Choice> choices(List<Slot> slots) {
        Map<UUID, Practitioner> people =
                practitioners.listByIds(slots.stream().map(Slot::practitionerId).collect(Collectors.toSet()));
        List<Choice> choices = new ArrayList<>();
        for (Slot slot : slots) {
            Practitioner who = people.get(slot.practitionerId());
            if (who != null) {
                choices.add(new Choice(slot, who));
            }
        }
        return choices;
    }

    private static Card card(Site site, double minutes, List<Choice> choices) {
        return new Card(
                site,
                minutes,
                byDay(choices.subList(0, Math.min(SHOWN, choices.size()))),
                byDay(choices.subList(Math.min(SHOWN, choices.size()), choices.size())));
    }

    static Map<LocalDate, List<Choice>> byDay(List<Choice> choices) {
        return choices.stream()
                .collect(Collectors.groupingBy(
                        choice -> Paris.dayOf(choice.slot().start()), TreeMap::new, Collectors.toList()));
    }

    /** A slot and who receives. */
    public record Choice(Slot slot, Practitioner practitioner) {}

    /**
     * @param first the hours shown at once
     * @param more those behind one click
     */
    public record Card(
            Site site, double exactMinutes, Map<LocalDate, List<Choice>> first, Map<LocalDate, List<Choice>> more) {

        public int minutes() {
            return (int) Math.round(exactMinutes);
        }

        public int moreCount() {
            return more.values().stream().mapToInt(List::size).sum();
        }
    }
}
