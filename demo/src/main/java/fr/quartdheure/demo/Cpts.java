package fr.quartdheure.demo;

import java.util.List;

/** A territorial community of professionals: a network over sites, on the communes that it chose itself. */
public record Cpts(String organizationKey, List<String> siteKeys, List<String> communeCodes) {}
