package fr.quartdheure.territory;

import fr.quartdheure.intake.Refused;
import fr.quartdheure.intake.RowRefused;
import fr.quartdheure.intake.TableFile;

/** Reads the year that a figure is of. */
final class Years {

    private static final int OLDEST = 2010;
    private static final int NEWEST = 2100;

    private Years() {}

    static int read(TableFile.Row row, String written) throws RowRefused {
        if (written.matches("[0-9]{4}")) {
            int year = Integer.parseInt(written);
            if (year >= OLDEST && year <= NEWEST) {
                return year;
            }
        }
        throw new RowRefused(Refused.at(row.line(), "import.row.year", written));
    }
}
