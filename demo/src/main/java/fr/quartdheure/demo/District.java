package fr.quartdheure.demo;

/** A town-hall district of a large commune, so that "within 15 minutes" means something inside a city. */
public record District(String code, String communeCode, String name, int population, double lat, double lon) {}
