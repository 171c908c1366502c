package fr.quartdheure.roster;

import java.time.LocalDate;
import java.util.UUID;

/** One day of one rule. */
public record RuleDay(UUID ruleId, LocalDate day) {}
