package fr.quartdheure.planning;

import fr.quartdheure.atlas.travel.EstimatedTimes;
import fr.quartdheure.atlas.travel.Pairs;
import fr.quartdheure.atlas.travel.Place;
import fr.quartdheure.atlas.travel.Places;
import fr.quartdheure.atlas.travel.Position;
import fr.quartdheure.atlas.travel.TabulatedTimes;
import fr.quartdheure.atlas.travel.TravelEstimate;
import fr.quartdheure.directory.SiteKind;
import fr.quartdheure.geo.Commune;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** A territory to reckon with by hand: communes in a line to the north, in the plain, at minutes from the first. */
final class Meridian {

    static final double KM_PER_DEGREE = Math.toRadians(1) * 6371.0088;

    private final List<Commune> communes = new ArrayList<>();
    private final List<PointOfCare> points = new ArrayList<>();

    /** @param minutes from the first commune, by the law of the plain */
    Meridian commune(String code, int population, double minutes) {
        var at = at(minutes);
        communes.add(new Commune(code, "Commune " + code, List.of(), population, at.lat(), at.lon(), null, false));
        return this;
    }

    /** A centre in the middle of a commune that was added before. */
    Meridian centre(UUID id, String communeCode) {
        Commune commune = commune(communeCode);
        points.add(
                new PointOfCare(id, "Centre " + communeCode, SiteKind.MSP, communeCode, commune.position(), List.of()));
        return this;
    }

    static Position at(double minutes) {
        return new Position(43 + TravelEstimate.farthestKm(minutes) / KM_PER_DEGREE, 2.5);
    }

    Change.Opening opening(String communeCode, int doctors) {
        Commune commune = commune(communeCode);
        return new Change.Opening(commune.name(), commune.lat(), commune.lon(), doctors);
    }

    Demand demand() {
        return new Demand(communes, Map.of());
    }

    /** Everybody's consultations, commune by commune, as a file tells them. */
    Picture toldByFile(Map<String, Double> consultations) {
        var told = consultations.keySet().stream().sorted().toList();
        var places = new Places(told.stream()
                .map(code -> new Place(code, commune(code).position()))
                .toList());
        return picture(offer(Offer.Origin.FILE, places, told.stream().map(consultations::get)));
    }

    /** The consultations of the agendas of the sites. */
    Picture keptInAgendas(Map<UUID, Double> consultations) {
        var keeping = points.stream()
                .filter(point -> consultations.containsKey(point.siteId()))
                .toList();
        var places = new Places(keeping.stream()
                .map(point -> new Place(point.siteId().toString(), point.position()))
                .toList());
        return picture(
                offer(Offer.Origin.AGENDAS, places, keeping.stream().map(point -> consultations.get(point.siteId()))));
    }

    /** The same, with minutes from each commune to the one place of the offer that somebody measured. */
    Picture measured(double consultations, double... minutes) {
        var places = new Places(List.of(
                new Place(communes.getFirst().code(), communes.getFirst().position())));
        var table = new TabulatedTimes.Builder(demand().places(), places);
        for (int commune = 0; commune < minutes.length; commune++) {
            table.add(commune, 0, minutes[commune]);
        }
        var offer = new Offer(Offer.Origin.FILE, "file", false, places, new double[] {consultations});
        return picture(offer, table.build().within(60));
    }

    private Picture picture(Offer offer) {
        return picture(offer, new EstimatedTimes(demand().places(), offer.places()).within(20));
    }

    private Picture picture(Offer offer, Pairs toOffer) {
        var ends = new Places(points.stream()
                .map(point -> new Place(point.siteId().toString(), point.position()))
                .toList());
        return new Picture(new Picture.Facts(
                1,
                Instant.EPOCH,
                demand(),
                points,
                new EstimatedTimes(demand().places(), ends).within(Picture.FARTHEST),
                offer,
                toOffer,
                Hospitals.none(demand()),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of()));
    }

    private static Offer offer(Offer.Origin origin, Places places, Stream<Double> consultations) {
        return new Offer(
                origin,
                "file",
                false,
                places,
                consultations.mapToDouble(Double::doubleValue).toArray());
    }

    private Commune commune(String code) {
        return communes.stream()
                .filter(commune -> commune.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
