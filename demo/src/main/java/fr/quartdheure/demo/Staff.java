package fr.quartdheure.demo;

import java.util.List;

/**
 * An account holder who is not a practitioner; role is one of secretary, coordinator, planner, administrator,
 * regulator.
 */
public record Staff(String login, String name, String role, List<String> siteKeys) {}
