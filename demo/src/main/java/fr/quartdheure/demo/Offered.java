package fr.quartdheure.demo;

import java.util.List;

/**
 * A rule and whom its free slots are shown to.
 *
 * @param audiences codes public, pro, snp, cpts
 * @param cptsKeys the CPTS that it is offered to
 */
public record Offered(Rule rule, List<String> audiences, List<String> cptsKeys) {}
