package fr.quartdheure.directory;

import fr.quartdheure.atlas.travel.Position;
import fr.quartdheure.geo.Place;
import fr.quartdheure.geo.Places;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The sites where care is given and the services of each; every site is a place of geo. Thread-safe. */
@Repository
public class Sites {

    private static final String COLUMNS = """
            s.id, s.organization_id, s.name, s.kind, s.finess, s.address_line, s.postal_code, s.commune_code, s.city,
            s.lat, s.lon, s.phone, s.wheelchair, s.parking, s.public_transport, s.opens_on_holidays,
            s.cancel_cutoff_hours, s.origin
            """;
    private static final String LIST = """
            select %s from directory.site s order by s.name, s.id
            """.formatted(COLUMNS);
    private static final String BY_IDS = """
            select %s from directory.site s where s.id = any (:ids::text[]::uuid[])
            """.formatted(COLUMNS);
    private static final String BY_FINESS = """
            select %s from directory.site s where s.finess is not null
            """.formatted(COLUMNS);
    private static final String OF_ORGANIZATIONS = """
            select %s from directory.site s
            where s.organization_id = any (:ids::text[]::uuid[]) order by s.name, s.id
            """.formatted(COLUMNS);
    private static final String ACCESSIBLE = """
            select id from directory.site where id = any (:ids::text[]::uuid[]) and wheelchair
            """;
    private static final String GIVING = """
            select site_id from directory.site_service
            where site_id = any (:ids::text[]::uuid[]) and service_code = :service
            """;
    private static final String SERVICES_OF = """
            select v.site_id, v.service_code from directory.site_service v
            join directory.service s on s.code = v.service_code
            where v.site_id = any (:ids::text[]::uuid[]) order by s.position
            """;
    private static final String COUNTS = """
            select origin, count(*) as sites from directory.site group by origin
            """;
    private static final String ADD = """
            insert into directory.site (id, organization_id, name, kind, finess, address_line, postal_code,
              commune_code, city, lat, lon, phone, wheelchair, parking, public_transport, opens_on_holidays,
              cancel_cutoff_hours, origin)
            values (:id, :organizationId, :name, :kind, :finess, :line, :postalCode,
              :communeCode, :city, :lat, :lon, :phone, :wheelchair, :parking, :publicTransport, :opensOnHolidays,
              :cancelCutoffHours, :origin)
            """;
    private static final String SAVE = """
            update directory.site set organization_id = :organizationId, name = :name, kind = :kind, finess = :finess,
              address_line = :line, postal_code = :postalCode, commune_code = :communeCode, city = :city, lat = :lat,
              lon = :lon, phone = :phone, wheelchair = :wheelchair, parking = :parking,
              public_transport = :publicTransport, opens_on_holidays = :opensOnHolidays,
              cancel_cutoff_hours = :cancelCutoffHours, origin = :origin
            where id = :id
            """;
    private static final String ADD_SERVICE = """
            insert into directory.site_service (site_id, service_code) values (:site, :service) on conflict do nothing
            """;

    private final JdbcClient jdbc;
    private final Places places;
    private final SiteDetails details;

    Sites(JdbcClient jdbc, Places places, SiteDetails details) {
        this.jdbc = jdbc;
        this.places = places;
        this.details = details;
    }

    /** For work without the application around it. */
    public static Sites on(JdbcClient jdbc) {
        return new Sites(jdbc, Places.on(jdbc), new SiteDetails(jdbc));
    }

    /** All sites, by name. */
    public List<Site> list() {
        return jdbc.sql(LIST).query(Sites::site).list();
    }

    public Optional<Site> find(UUID id) {
        return Optional.ofNullable(listByIds(List.of(id)).get(id));
    }

    public Map<UUID, Site> listByIds(Collection<UUID> ids) {
        var byId = new HashMap<UUID, Site>();
        jdbc.sql(BY_IDS)
                .param("ids", Ids.array(ids))
                .query(Sites::site)
                .list()
                .forEach(site -> byId.put(site.id(), site));
        return byId;
    }

    public List<Site> ofOrganizations(Collection<UUID> organizationIds) {
        return jdbc.sql(OF_ORGANIZATIONS)
                .param("ids", Ids.array(organizationIds))
                .query(Sites::site)
                .list();
    }

    /** Those of these sites where a wheelchair gets in. */
    public Set<UUID> accessible(Collection<UUID> ids) {
        return new HashSet<>(jdbc.sql(ACCESSIBLE)
                .param("ids", Ids.array(ids))
                .query(UUID.class)
                .list());
    }

    /** Those of these sites where the service is given. */
    public Set<UUID> giving(String serviceCode, Collection<UUID> ids) {
        return new HashSet<>(jdbc.sql(GIVING)
                .param("ids", Ids.array(ids))
                .param("service", serviceCode)
                .query(UUID.class)
                .list());
    }

    /** The codes of the services of a site, in the order people read them. */
    public List<String> servicesOf(UUID siteId) {
        return servicesOf(List.of(siteId)).getOrDefault(siteId, List.of());
    }

    public Map<UUID, List<String>> servicesOf(Collection<UUID> siteIds) {
        var services = new HashMap<UUID, List<String>>();
        jdbc.sql(SERVICES_OF)
                .param("ids", Ids.array(siteIds))
                .query((row, number) ->
                        new SiteService(row.getObject("site_id", UUID.class), row.getString("service_code")))
                .list()
                .forEach(one -> services.computeIfAbsent(one.siteId(), id -> new ArrayList<>())
                        .add(one.serviceCode()));
        return services;
    }

    public List<Room> roomsOf(UUID siteId) {
        return details.roomsOf(siteId);
    }

    public List<OpeningHours> hoursOf(UUID siteId) {
        return details.hoursOf(List.of(siteId)).getOrDefault(siteId, List.of());
    }

    public Map<UUID, List<OpeningHours>> hoursOf(Collection<UUID> siteIds) {
        return details.hoursOf(siteIds);
    }

    public List<Closure> closuresOf(UUID siteId) {
        return details.closuresOf(List.of(siteId)).getOrDefault(siteId, List.of());
    }

    public Map<UUID, List<Closure>> closuresOf(Collection<UUID> siteIds) {
        return details.closuresOf(siteIds);
    }

    public List<Equipment> equipmentOf(UUID siteId) {
        return details.equipmentOf(siteId);
    }

    /** How many sites there are of each provenance. */
    public Map<Provenance, Integer> counts() {
        var counts = new HashMap<Provenance, Integer>();
        jdbc.sql(COUNTS)
                .query((row, number) -> Map.entry(Provenance.of(row.getString("origin")), row.getInt("sites")))
                .list()
                .forEach(count -> counts.put(count.getKey(), count.getValue()));
        return counts;
    }

    public void add(Site site) {
        addAll(List.of(site));
    }

    /** Adds sites and the minutes to each of them. */
    @Transactional
    public void addAll(Collection<Site> sites) {
        sites.forEach(site -> write(ADD, site));
        places.registerAll(sites.stream().map(Sites::place).toList());
    }

    public void save(Site site) {
        saveAll(List.of(site));
    }

    @Transactional
    public void saveAll(Collection<Site> sites) {
        sites.forEach(site -> write(SAVE, site));
        places.registerAll(sites.stream().map(Sites::place).toList());
    }

    @Transactional
    public void addServices(Collection<SiteService> services) {
        services.forEach(one -> jdbc.sql(ADD_SERVICE)
                .param("site", one.siteId())
                .param("service", one.serviceCode())
                .update());
    }

    @Transactional
    public void addRooms(Collection<Room> rooms) {
        rooms.forEach(details::add);
    }

    @Transactional
    public void addHours(Collection<OpeningHours> hours) {
        hours.forEach(details::add);
    }

    @Transactional
    public void addClosures(Collection<Closure> closures) {
        closures.forEach(details::add);
    }

    /** The site is open on those days again. */
    @Transactional
    public void removeClosure(UUID id) {
        details.removeClosure(id);
    }

    @Transactional
    public void addEquipment(Collection<Equipment> equipment) {
        equipment.forEach(details::add);
    }

    /** The sites that bear a FINESS number, by it. */
    public Map<String, Site> listByFiness() {
        var byFiness = new HashMap<String, Site>();
        jdbc.sql(BY_FINESS).query(Sites::site).list().forEach(site -> {
            String finess = site.finess();
            if (finess != null) {
                byFiness.put(finess, site);
            }
        });
        return byFiness;
    }

    private void write(String sql, Site site) {
        jdbc.sql(sql)
                .param("id", site.id())
                .param("organizationId", site.organizationId())
                .param("name", site.name())
                .param("kind", site.kind().code())
                .param("finess", site.finess())
                .param("line", site.address().line())
                .param("postalCode", site.address().postalCode())
                .param("communeCode", site.address().communeCode())
                .param("city", site.address().city())
                .param("lat", site.position().lat())
                .param("lon", site.position().lon())
                .param("phone", site.phone())
                .param("wheelchair", site.wheelchair())
                .param("parking", site.parking())
                .param("publicTransport", site.publicTransport())
                .param("opensOnHolidays", site.opensOnHolidays())
                .param("cancelCutoffHours", site.cancelCutoffHours())
                .param("origin", site.origin().code())
                .update();
    }

    private static Place place(Site site) {
        return new Place(site.id(), site.address().communeCode(), site.position());
    }

    private static Site site(ResultSet row, int number) throws SQLException {
        return new Site(
                row.getObject("id", UUID.class),
                row.getObject("organization_id", UUID.class),
                row.getString("name"),
                SiteKind.of(row.getString("kind")),
                row.getString("finess"),
                new Address(
                        row.getString("address_line"),
                        row.getString("postal_code"),
                        row.getString("commune_code"),
                        row.getString("city")),
                new Position(row.getDouble("lat"), row.getDouble("lon")),
                row.getString("phone"),
                row.getObject("wheelchair", Boolean.class),
                row.getObject("parking", Boolean.class),
                row.getString("public_transport"),
                row.getBoolean("opens_on_holidays"),
                row.getInt("cancel_cutoff_hours"),
                Provenance.of(row.getString("origin")));
    }
}
