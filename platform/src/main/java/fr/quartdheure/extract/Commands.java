package fr.quartdheure.extract;

import fr.quartdheure.planning.Covered;
import fr.quartdheure.planning.Figures;
import java.util.Arrays;

/** The commands of an archive, each under the figures that it must give again. */
final class Commands {

    static final String DEMAND = "demand.csv";
    static final String AREA = "area.csv";
    static final String SUPPLY = "supply.csv";
    static final String SUPPLY_TIMES = "supply-times.csv";
    static final String SITES = "sites.csv";
    static final String SITES_TIMES = "sites-times.csv";
    static final String CANDIDATES = "candidates.csv";
    static final String EXISTING = "existing.csv";
    static final String SITING_TIMES = "siting-times.csv";

    private final Archive archive;
    private final StringBuilder text = new StringBuilder();

    Commands(Archive archive) {
        this.archive = archive;
    }

    String text() {
        line("# " + archive.area().key() + ", " + archive.picture().madeAt());
        line("# Each command is to be run in this folder; the lines above it are what the pages show.");
        accessibility();
        coverage();
        siting();
        return text.toString();
    }

    private void accessibility() {
        if (archive.prospect().offered().minutes().size() == 0) {
            line("\n# No care is offered within reach of anybody: there is no APL to compute.");
            return;
        }
        Figures figures = archive.prospect().figures(archive.communes());
        line("\n# Column apl of " + DEMAND + " is what apl.csv holds. Of " + AREA + ": mean " + figures.meanApl()
                + ", shareUnder " + figures.shareUnder() + ", firstDecile " + figures.firstDecile());
        line("quartdheure accessibility --demand " + DEMAND + " --supply " + SUPPLY + " --times " + SUPPLY_TIMES
                + " --among " + AREA + " --index apl --out apl.csv");
    }

    private void coverage() {
        double[] nearest = archive.prospect().nearest(archive.care());
        boolean anywhere = Arrays.stream(archive.communes()).anyMatch(commune -> nearest[commune] <= LONGEST);
        if (!anywhere) {
            line("\n# Nobody is within " + LONGEST + " minutes of "
                    + archive.care().code() + ".");
            return;
        }
        line("\n# Inhabitants near: " + archive.care().code());
        for (int minutes : Covered.MINUTES) {
            double covered = archive.prospect().within(archive.communes(), archive.care(), minutes);
            line("# covered " + Math.round(covered));
            line("quartdheure coverage --demand " + AREA + " --sites " + SITES + " --times " + SITES_TIMES
                    + " --minutes " + minutes);
        }
    }

    private static final int LONGEST = Covered.MINUTES.getLast();

    private void siting() {
        Siting asked = archive.siting();
        if (asked != null && !asked.ground().candidates().isEmpty()) {
            String existing = asked.ground().standing().places().isEmpty() ? "" : " --existing " + EXISTING;
            line("\n# Where to open, today's centres being kept");
            line("quartdheure siting --demand " + AREA + " --candidates " + CANDIDATES + existing + " --times "
                    + SITING_TIMES + " " + asked.options());
        }
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
