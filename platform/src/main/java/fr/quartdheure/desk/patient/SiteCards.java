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
class SiteCards {

    private static final int SHOWN = 4;

    private final Sites sites;
    private final Practitioners practitioners;

    SiteCards(Sites sites, Practitioners practitioners) {
        this.sites = sites;
        this.practitioners = practitioners;
    }

    List<Card> of(SearchResult found) {
        Map<UUID, Site> sitesById = sites.listByIds(found.minutes().keySet());
        Map<UUID, Practitioner> people = practitioners.listByIds(
                found.slots().stream().map(Slot::practitionerId).collect(Collectors.toSet()));
        Map<UUID, List<Choice>> choices = new LinkedHashMap<>();
        for (Slot slot : found.slots()) {
            Practitioner who = people.get(slot.practitionerId());
            if (who != null) {
                choices.computeIfAbsent(slot.siteId(), id -> new ArrayList<>()).add(new Choice(slot, who));
            }
        }
        return choices.entrySet().stream()
                .filter(entry -> sitesById.containsKey(entry.getKey()))
                .map(entry -> card(
                        sitesById.get(entry.getKey()),
                        found.minutes().getOrDefault(entry.getKey(), 0.0),
                        entry.getValue()))
                .sorted(Comparator.comparingDouble(Card::exactMinutes))
                .toList();
    }

    private static Card card(Site site, double minutes, List<Choice> choices) {
        return new Card(
                site,
                minutes,
                byDay(choices.subList(0, Math.min(SHOWN, choices.size()))),
                byDay(choices.subList(Math.min(SHOWN, choices.size()), choices.size())));
    }

    private static Map<LocalDate, List<Choice>> byDay(List<Choice> choices) {
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
            Site site,
            double exactMinutes,
            Map<LocalDate, List<Choice>> first,
            Map<LocalDate, List<Choice>> more) {

        public int minutes() {
            return (int) Math.round(exactMinutes);
        }

        public int moreCount() {
            return more.values().stream().mapToInt(List::size).sum();
        }
    }
}
