package fr.quartdheure.demo;

/** A hospital that exists, as its FINESS number says; kind is hospital, emergency-department or perinatal-centre. */
public record Establishment(String kind, String finess, String name, String communeCode, double lat, double lon) {}
