package fr.quartdheure.demo;

/** A room of a site; kind is one of consulting, physiotherapy, sterilisation, meeting, staff, booth. */
public record Room(String key, String siteKey, String name, String kind) {}
