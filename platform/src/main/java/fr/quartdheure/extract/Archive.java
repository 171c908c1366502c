package fr.quartdheure.extract;

import fr.quartdheure.planning.Area;
import fr.quartdheure.planning.CareKind;
import fr.quartdheure.planning.Destinations;
import fr.quartdheure.planning.Picture;
import fr.quartdheure.planning.Prospect;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A prospect and an area of it as a ZIP of the files that analyst commands read, with the commands and the figures that
 * they must give again. The APL of a commune depends on its neighbours: demand and supply are those of everything.
 *
 * @param communes of the area, by index
 * @param siting null where no opening is asked for
 */
public record Archive(
        Prospect prospect,
        Area area,
        @SuppressWarnings("ArrayRecordComponent") int[] communes,
        CareKind care,
        @Nullable Siting siting) {

    /** What writes one of the files. */
    private interface Part {
        void write(Tables tables) throws IOException;
    }

    public void write(OutputStream out) throws IOException {
        try (var zip = new ZipOutputStream(out)) {
            text(zip, "commands.txt", writer -> writer.append(new Commands(this).text()));
            int[] all = IntStream.range(0, picture().demand().size()).toArray();
            double[] apl = prospect.apl();
            table(zip, Commands.DEMAND, tables -> tables.demand(picture().demand(), all, apl));
            table(zip, Commands.AREA, tables -> tables.demand(picture().demand(), communes, apl));
            Destinations offered = prospect.offered();
            table(zip, Commands.SUPPLY, tables -> tables.supply(offered.places(), prospect.supply()));
            times(zip, Commands.SUPPLY_TIMES, all, offered);
            Destinations sites = prospect.destinations(care);
            table(zip, Commands.SITES, tables -> tables.sites(sites.places()));
            times(zip, Commands.SITES_TIMES, communes, sites);
            if (siting != null) {
                write(zip, siting);
            }
        }
    }

    /** Openings are looked for beside the centres that stand. */
    private void write(ZipOutputStream zip, Siting asked) throws IOException {
        Destinations standing = asked.ground().standing();
        table(
                zip,
                Commands.CANDIDATES,
                tables -> tables.candidates(asked.ground().candidates()));
        table(zip, Commands.EXISTING, tables -> tables.sites(standing.places()));
        table(zip, Commands.SITING_TIMES, tables -> {
            var csv = tables.times();
            Tables.times(csv, communes, this::code, standing);
            int[] people = IntStream.range(0, communes.length).toArray();
            Tables.times(
                    csv, people, index -> code(communes[index]), asked.ground().ways(asked.minutes()));
        });
    }

    private void times(ZipOutputStream zip, String name, int[] origins, Destinations ends) throws IOException {
        table(zip, name, tables -> Tables.times(tables.times(), origins, this::code, ends));
    }

    private static void table(ZipOutputStream zip, String name, Part part) throws IOException {
        text(zip, name, writer -> part.write(new Tables(writer)));
    }

    private static void text(ZipOutputStream zip, String name, Text text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        var writer = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
        text.write(writer);
        writer.flush();
        zip.closeEntry();
    }

    private interface Text {
        void write(Writer writer) throws IOException;
    }

    Picture picture() {
        return prospect.picture();
    }

    private String code(int commune) {
        return picture().demand().commune(commune).code();
    }
}
