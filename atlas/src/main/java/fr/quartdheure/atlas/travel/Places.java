package fr.quartdheure.atlas.travel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** The places on one end of journeys, known by their index from 0 and by their code. Immutable, thread-safe. */
public final class Places {

    private final List<Place> places;
    private final Map<String, Integer> indexes;

    /** @throws IllegalArgumentException when a code stands twice */
    public Places(List<Place> places) {
        this.places = List.copyOf(places);
        this.indexes = HashMap.newHashMap(places.size());
        for (int i = 0; i < this.places.size(); i++) {
            String code = this.places.get(i).code();
            if (indexes.putIfAbsent(code, i) != null) {
                throw new IllegalArgumentException("code " + code + " stands twice");
            }
        }
    }

    public int size() {
        return places.size();
    }

    public Place get(int index) {
        return places.get(index);
    }

    public String code(int index) {
        return places.get(index).code();
    }

    public OptionalInt find(String code) {
        Integer index = indexes.get(code);
        return index == null ? OptionalInt.empty() : OptionalInt.of(index);
    }

    public List<Place> list() {
        return places;
    }
}
