package fr.quartdheure.territory;

import fr.quartdheure.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads rows of source, imported_at, figures and estimated. */
final class Lineages {

    private Lineages() {}

    static Lineage lineage(ResultSet row, int number) throws SQLException {
        return new Lineage(
                row.getString("source"),
                Sql.instant(row, "imported_at"),
                row.getInt("figures"),
                row.getBoolean("estimated"));
    }
}
