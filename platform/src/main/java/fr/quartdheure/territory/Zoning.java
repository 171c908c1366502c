package fr.quartdheure.territory;

import org.jspecify.annotations.Nullable;

/**
 * The zone of a commune for a profession, decided by the regional health agency and never computed here.
 *
 * @param serviceCode of the directory: "general-practice"
 * @param year of the decision; null where the file does not tell
 */
public record Zoning(
        String communeCode,
        String serviceCode,
        Zone zone,
        @Nullable Integer year,
        String source) {}
