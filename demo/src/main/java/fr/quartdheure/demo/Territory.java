package fr.quartdheure.demo;

import java.util.List;

/** The bundled territory, the Pyrénées-Orientales: its communes and the places of care that the demonstration uses. */
public final class Territory {
    private static final List<Commune> COMMUNES = Table.read("communes.csv", Territory::commune);
    private static final List<District> DISTRICTS = Table.read("districts.csv", Territory::district);
    private static final List<Organization> ORGANIZATIONS = Table.read("organizations.csv", Territory::organization);
    private static final List<Site> SITES = Table.read("sites.csv", Territory::site);
    private static final List<Room> ROOMS = Table.read("rooms.csv", Territory::room);
    private static final List<Equipment> EQUIPMENT = Table.read("equipment.csv", Territory::equipment);
    private static final List<Cpts> CPTS = Table.read("cpts.csv", Territory::cpts);
    private static final List<Establishment> ESTABLISHMENTS =
            Table.read("establishments.csv", Territory::establishment);

    private Territory() {}

    public static List<Commune> communes() {
        return COMMUNES;
    }

    public static List<District> districts() {
        return DISTRICTS;
    }

    public static List<Organization> organizations() {
        return ORGANIZATIONS;
    }

    public static List<Site> sites() {
        return SITES;
    }

    public static List<Room> rooms() {
        return ROOMS;
    }

    public static List<Equipment> equipment() {
        return EQUIPMENT;
    }

    public static List<Cpts> cpts() {
        return CPTS;
    }

    public static List<Establishment> establishments() {
        return ESTABLISHMENTS;
    }

    private static Commune commune(Table.Row row) {
        return new Commune(
                row.text("code"),
                row.text("name"),
                row.list("postal_codes"),
                row.integer("population"),
                row.decimal("lat"),
                row.decimal("lon"),
                row.yes("mountain"));
    }

    private static District district(Table.Row row) {
        return new District(
                row.text("code"),
                row.text("commune"),
                row.text("name"),
                row.integer("population"),
                row.decimal("lat"),
                row.decimal("lon"));
    }

    static Organization organization(Table.Row row) {
        return new Organization(
                row.text("key"), row.text("name"), row.text("kind"), row.optional("finess"), row.text("phone"));
    }

    static Site site(Table.Row row) {
        return new Site(
                row.text("key"),
                row.text("organization"),
                row.text("name"),
                row.text("kind"),
                row.text("address"),
                row.text("postal_code"),
                row.text("commune"),
                row.text("city"),
                row.decimal("lat"),
                row.decimal("lon"),
                row.text("phone"),
                row.yes("wheelchair"),
                row.yes("parking"),
                row.optional("public_transport"),
                Week.hours(row.list("hours")),
                row.optional("finess"),
                row.yes("opens_on_holidays"),
                row.integer("cancel_cutoff_hours"),
                row.list("services"));
    }

    private static Room room(Table.Row row) {
        return new Room(row.text("key"), row.text("site"), row.text("name"), row.text("kind"));
    }

    private static Equipment equipment(Table.Row row) {
        return new Equipment(
                row.text("key"), row.text("site"), row.optional("room"), row.text("name"), row.text("kind"));
    }

    private static Establishment establishment(Table.Row row) {
        return new Establishment(
                row.text("kind"),
                row.text("finess"),
                row.text("name"),
                row.text("commune"),
                row.decimal("lat"),
                row.decimal("lon"));
    }

    private static Cpts cpts(Table.Row row) {
        return new Cpts(row.text("organization"), row.list("sites"), row.list("communes"));
    }
}
