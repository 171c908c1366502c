package fr.quartdheure.roster;

import java.time.Instant;
import java.util.UUID;

/**
 * A change of an agenda that was made.
 *
 * @param kind "add", "change", "day", "end", "resume", "away", "back", "close", "reopen", "holidays", "room", "undo"
 * @param inverse what takes it back
 * @param moved how many appointments moved with it
 * @param stayed how many stand outside the hours since
 * @param by the name of who made it
 */
public record RuleChange(
        UUID id,
        UUID subjectId,
        int edition,
        String kind,
        AgendaChange done,
        AgendaChange inverse,
        int moved,
        int stayed,
        String by,
        Instant at) {}
