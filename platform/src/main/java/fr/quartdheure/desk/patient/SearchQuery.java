package fr.quartdheure.desk.patient;

import fr.quartdheure.directory.Gender;
import fr.quartdheure.directory.PractitionerFilter;
import fr.quartdheure.scheduling.Mode;
import fr.quartdheure.scheduling.SearchRequest.SearchFilter;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The search as it stands in the address of the page, so that it can be kept, shared and come back to.
 *
 * @param place what was typed
 * @param commune code of a commune or district, or a position
 * @param by last day of interest
 */
public record SearchQuery(
        @Nullable String place,
        @Nullable String commune,
        @Nullable String service,
        @Nullable String reason,
        @Nullable Integer within,
        @Nullable String by,
        @Nullable String mode,
        @Nullable String language,
        @Nullable String gender,
        Boolean wheelchair,
        Boolean newPatients,
        Boolean registrations,
        Boolean evening,
        Boolean saturday) {

    /** A box that is not ticked is absent from the address. */
    public SearchQuery {
        wheelchair = Boolean.TRUE.equals(wheelchair);
        newPatients = Boolean.TRUE.equals(newPatients);
        registrations = Boolean.TRUE.equals(registrations);
        evening = Boolean.TRUE.equals(evening);
        saturday = Boolean.TRUE.equals(saturday);
    }

    String serviceCode() {
        return service == null || service.isBlank() ? "general-practice" : service;
    }

    public int withinMinutes() {
        return within != null && (within == 30 || within == 45) ? within : 15;
    }

    Optional<LocalDate> lastDay() {
        if (by == null || by.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(by));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    SearchFilter filter() {
        return new SearchFilter(
                mode == null ? null : Mode.find(mode).orElse(null),
                wheelchair,
                new PractitionerFilter(
                        language == null || language.isBlank() ? null : language,
                        genderAsked(),
                        newPatients,
                        registrations),
                evening,
                saturday);
    }

    /** Whether anything beyond place, service and time narrows the search. */
    public boolean isNarrowed() {
        return !filter().equals(SearchFilter.NONE) || (by != null && !by.isBlank());
    }

    private @Nullable Gender genderAsked() {
        if ("female".equals(gender)) {
            return Gender.FEMALE;
        }
        return "male".equals(gender) ? Gender.MALE : null;
    }

    /** The same search from a commune that is known, as the query of an address. */
    public String text(String communeCode) {
        var uri = UriComponentsBuilder.newInstance()
                .queryParam("commune", communeCode)
                .queryParam("service", serviceCode());
        put(uri, "reason", reason);
        put(uri, "within", within == null ? null : String.valueOf(within));
        put(uri, "by", by);
        put(uri, "mode", mode);
        put(uri, "language", language);
        put(uri, "gender", gender);
        put(uri, "wheelchair", wheelchair ? "true" : null);
        put(uri, "newPatients", newPatients ? "true" : null);
        put(uri, "registrations", registrations ? "true" : null);
        put(uri, "evening", evening ? "true" : null);
        put(uri, "saturday", saturday ? "true" : null);
        return Objects.requireNonNullElse(uri.encode().build().getQuery(), "");
    }

    private static void put(UriComponentsBuilder uri, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            uri.queryParam(name, value);
        }
    }
}
