package fr.quartdheure.desk.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page of one account shows.
 *
 * @param own whether it is the administrator's own, which she cannot close
 * @param errorKey what was wrong with what she asked, or null
 */
public record AccountView(
        AccountsView.Line line,
        List<AccountsView.Place> places,
        boolean own,
        @Nullable String errorKey) {}
