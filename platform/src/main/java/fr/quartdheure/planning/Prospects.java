package fr.quartdheure.planning;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The territory today and as it would be, and the parts of it that figures are asked for. Thread-safe. */
@Component
public class Prospects {

    private final Pictures pictures;
    private final OfferReading offers;

    Prospects(Pictures pictures, OfferReading offers) {
        this.pictures = pictures;
        this.offers = offers;
    }

    public Prospect today() {
        return of(List.of());
    }

    public Prospect of(List<Change> changes) {
        return of(pictures.current(), changes);
    }

    /** In a picture that was looked at before, so that the indexes of communes stay what they were. */
    public Prospect of(Picture picture, List<Change> changes) {
        boolean leaves = changes.stream().anyMatch(Change.Departure.class::isInstance);
        var perDoctor = leaves ? offers.perDoctor() : Map.<String, Double>of();
        return new WhatIf(picture, perDoctor).of(changes);
    }

    /** Everything first; those without a name of their own are named by their code. */
    public List<Area> areas(Picture picture) {
        return new Areas(picture).list();
    }

    public Optional<Area> findArea(Picture picture, String key) {
        return new Areas(picture).find(key);
    }

    /** The communes of an area, by index. */
    public int[] communes(Picture picture, Area area) {
        return new Areas(picture).communes(area);
    }
}
