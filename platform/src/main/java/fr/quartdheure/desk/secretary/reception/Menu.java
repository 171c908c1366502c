package fr.quartdheure.desk.secretary.reception;

import fr.quartdheure.reception.CallBacks.Count;
import fr.quartdheure.reception.CallDraft;
import org.jspecify.annotations.Nullable;

/**
 * The ways between the pages of the reception, with what waits on each.
 *
 * @param current the page she is on, or "" on another one
 * @param waiting people in the waiting room
 * @param draft the call that she began and has not saved
 */
public record Menu(
        Standing at,
        String current,
        Count callBacks,
        int waiting,
        @Nullable CallDraft draft) {}
