package fr.quartdheure.desk.secretary;

import fr.quartdheure.directory.Site;
import java.util.List;

/**
 * The sites that somebody serves, none of them chosen yet.
 *
 * @param next the page that takes the one chosen
 */
public record SiteChoice(List<Site> sites, String next) {}
