package fr.quartdheure.demonstration;

import fr.quartdheure.atlas.travel.Position;
import fr.quartdheure.demo.District;
import fr.quartdheure.demo.Territory;
import fr.quartdheure.demo.TestBench;
import fr.quartdheure.directory.Address;
import fr.quartdheure.directory.Communities;
import fr.quartdheure.directory.Equipment;
import fr.quartdheure.directory.OpeningHours;
import fr.quartdheure.directory.Organization;
import fr.quartdheure.directory.OrganizationKind;
import fr.quartdheure.directory.Organizations;
import fr.quartdheure.directory.Provenance;
import fr.quartdheure.directory.Room;
import fr.quartdheure.directory.RoomKind;
import fr.quartdheure.directory.Site;
import fr.quartdheure.directory.SiteKind;
import fr.quartdheure.directory.SiteService;
import fr.quartdheure.directory.Sites;
import fr.quartdheure.geo.Commune;
import fr.quartdheure.geo.Communes;
import fr.quartdheure.territory.Establishment;
import fr.quartdheure.territory.EstablishmentKind;
import fr.quartdheure.territory.Establishments;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The places: communes, districts, organisations, sites, rooms, hospitals. They exist, but for those of the test bench,
 * which say that they do not.
 */
@Component
class TerritoryLoading {

    private static final String ESTABLISHMENTS_SOURCE = "FINESS, ARS Occitanie (2023, 2024)";

    private final Communes communes;
    private final Organizations organizations;
    private final Sites sites;
    private final Communities communities;
    private final Establishments establishments;

    TerritoryLoading(
            Communes communes,
            Organizations organizations,
            Sites sites,
            Communities communities,
            Establishments establishments) {
        this.communes = communes;
        this.organizations = organizations;
        this.sites = sites;
        this.communities = communities;
        this.establishments = establishments;
    }

    void load() {
        loadCommunes();
        loadOrganizations();
        loadSites();
        loadRooms();
        loadCommunities();
        loadEstablishments();
    }

    private void loadEstablishments() {
        establishments.saveAll(Territory.establishments().stream()
                .map(one -> new Establishment(
                        EstablishmentKind.find(one.kind()).orElseThrow(),
                        one.finess(),
                        one.name(),
                        one.communeCode(),
                        new Position(one.lat(), one.lon()),
                        Establishment.Teller.LIST,
                        ESTABLISHMENTS_SOURCE))
                .toList());
    }

    private void loadOrganizations() {
        organizations.addAll(Stream.concat(Territory.organizations().stream(), TestBench.organizations().stream())
                .map(organization -> new Organization(
                        DemoIds.of("organization", organization.key()),
                        organization.name(),
                        OrganizationKind.of(organization.kind()),
                        organization.finess(),
                        null,
                        organization.phone(),
                        Provenance.DEMO))
                .toList());
    }

    private void loadCommunities() {
        Territory.cpts()
                .forEach(cpts -> communities.add(
                        DemoIds.of("organization", cpts.organizationKey()),
                        cpts.siteKeys().stream()
                                .map(key -> DemoIds.of("site", key))
                                .toList(),
                        cpts.communeCodes()));
    }

    private void loadCommunes() {
        List<Commune> all = new ArrayList<>();
        for (var c : Territory.communes()) {
            all.add(new Commune(
                    c.code(), c.name(), c.postalCodes(), c.population(), c.lat(), c.lon(), null, c.mountain()));
            Territory.districts().stream()
                    .filter(district -> district.communeCode().equals(c.code()))
                    .map(district -> district(district, c))
                    .forEach(all::add);
        }
        communes.saveAll(all);
    }

    private static Commune district(District d, fr.quartdheure.demo.Commune of) {
        return new Commune(
                d.code(), d.name(), of.postalCodes(), d.population(), d.lat(), d.lon(), of.code(), of.mountain());
    }

    private void loadSites() {
        var all = Stream.concat(Territory.sites().stream(), TestBench.sites().stream())
                .toList();
        sites.addAll(all.stream().map(TerritoryLoading::site).toList());
        List<OpeningHours> hours = new ArrayList<>();
        List<SiteService> services = new ArrayList<>();
        for (var site : all) {
            UUID id = DemoIds.of("site", site.key());
            site.hours().forEach(h -> hours.add(new OpeningHours(id, h.day(), h.opens(), h.closes())));
            site.services().forEach(service -> services.add(new SiteService(id, service)));
        }
        sites.addHours(hours);
        sites.addServices(services);
    }

    private static Site site(fr.quartdheure.demo.Site site) {
        return new Site(
                DemoIds.of("site", site.key()),
                DemoIds.of("organization", site.organizationKey()),
                site.name(),
                SiteKind.of(site.kind()),
                site.finess(),
                new Address(site.addressLine(), site.postalCode(), site.communeCode(), site.city()),
                new Position(site.lat(), site.lon()),
                site.phone(),
                site.wheelchair(),
                site.parking(),
                site.publicTransport(),
                site.opensOnHolidays(),
                site.cancelCutoffHours(),
                Provenance.DEMO);
    }

    private void loadRooms() {
        List<Room> rooms = new ArrayList<>();
        Stream.concat(Territory.rooms().stream(), TestBench.rooms().stream())
                .forEach(room -> rooms.add(new Room(
                        DemoIds.of("room", room.key()),
                        DemoIds.of("site", room.siteKey()),
                        room.name(),
                        RoomKind.of(room.kind()),
                        rooms.size())));
        sites.addRooms(rooms);
        sites.addEquipment(Territory.equipment().stream()
                .map(one -> new Equipment(
                        DemoIds.of("equipment", one.key()),
                        DemoIds.of("site", one.siteKey()),
                        one.roomKey() == null ? null : DemoIds.of("room", one.roomKey()),
                        one.name(),
                        one.kind()))
                .toList());
    }
}
