package fr.quartdheure.opendata;

import fr.quartdheure.directory.OpeningHours;
import fr.quartdheure.directory.Service;
import fr.quartdheure.directory.Services;
import fr.quartdheure.directory.Site;
import fr.quartdheure.directory.Sites;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The rows of each data set, in the order of their keys. There is no count of people or appointments among them, small
 * or large, and so nothing that a subtraction could tell.
 */
@Component
class DataRows {

    private final Sites sites;
    private final Services services;
    private final Delays delays;

    DataRows(Sites sites, Services services, Delays delays) {
        this.sites = sites;
        this.services = services;
        this.delays = delays;
    }

    /** One row, in the order of the columns. */
    record Row(List<@Nullable Object> values) {
        static Row of(@Nullable Object... values) {
            return new Row(Arrays.asList(values));
        }
    }

    List<Row> list(DataSet set, Instant now) {
        List<Site> all =
                sites.list().stream().sorted(Comparator.comparing(Site::id)).toList();
        return switch (set) {
            case SITES -> all.stream().map(DataRows::site).toList();
            case SERVICES -> services(all);
            case HOURS -> hours(all);
            case DELAYS -> delays(all, now);
        };
    }

    private static Row site(Site site) {
        return Row.of(
                site.id(),
                site.finess(),
                site.name(),
                site.kind().code(),
                site.address().line(),
                site.address().postalCode(),
                site.address().city(),
                site.address().communeCode(),
                site.position().lat(),
                site.position().lon(),
                site.phone(),
                site.wheelchair(),
                site.hasAgenda() ? site.opensOnHolidays() : null,
                site.hasAgenda());
    }

    private List<Row> services(List<Site> all) {
        Map<UUID, List<String>> given = sites.servicesOf(ids(all));
        return all.stream()
                .flatMap(site -> given.getOrDefault(site.id(), List.of()).stream()
                        .sorted()
                        .flatMap(code -> services.find(code).stream())
                        .map(service -> service(site, service)))
                .toList();
    }

    private static Row service(Site site, Service service) {
        return Row.of(site.id(), service.code(), service.nameFr(), service.nameEn());
    }

    private List<Row> hours(List<Site> all) {
        Map<UUID, List<OpeningHours>> hours = sites.hoursOf(ids(all));
        return all.stream()
                .flatMap(site -> hours.getOrDefault(site.id(), List.of()).stream()
                        .sorted(Comparator.comparing(OpeningHours::weekday).thenComparing(OpeningHours::opens))
                        .map(one -> Row.of(site.id(), one.weekday().getValue(), time(one.opens()), time(one.closes()))))
                .toList();
    }

    private static String time(LocalTime time) {
        return "%02d:%02d:00".formatted(time.getHour(), time.getMinute());
    }

    /** Of sites with an agenda here; of the others nothing is known. */
    private List<Row> delays(List<Site> all, Instant now) {
        List<UUID> here = all.stream().filter(Site::hasAgenda).map(Site::id).toList();
        Instant measured = now.truncatedTo(ChronoUnit.SECONDS);
        return delays.list(sites.servicesOf(here), now).stream()
                .map(one -> Row.of(one.siteId(), one.service(), one.toFirst(), one.toThird(), measured))
                .toList();
    }

    private static Collection<UUID> ids(List<Site> all) {
        return all.stream().map(Site::id).toList();
    }
}
