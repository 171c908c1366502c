package fr.quartdheure.atlas.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PointFileTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void columnsAreFoundByNameWhereverTheyStand() throws IOException {
        var points = read("population,name,LON, lat ,code\n120000,\"Perpignan, ville\",2.899,42.697,66136\n");
        assertThat(points).hasSize(1);
        assertThat(points.getFirst().code()).isEqualTo("66136");
        assertThat(points.getFirst().position().lat()).isEqualTo(42.697);
        assertThat(points.getFirst().number("population")).isEqualTo(120000);
        assertThat(points.getFirst().find("standardised")).isEmpty();
    }

    @Test
    void aMarkSemicolonsAndWindowsLineEndsAreTaken() throws IOException {
        var points = read("\uFEFFcode;lat;lon;population;standardised\r\n01001;46.15;4.93;10;11.5\r\n\r\n");
        assertThat(points.getFirst().code()).isEqualTo("01001");
        assertThat(points.getFirst().number("standardised")).isEqualTo(11.5);
    }

    @Test
    void theLastLineNeedsNoEnd() throws IOException {
        assertThat(read("code,lat,lon,population\na,42,2,1\nb,42,2,1")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a,42,2,-5|line 2: population -5 is negative",
                "a,42,2,ten|population \"ten\" is not a number",
                "a,42,2,1d|population \"1d\" is not a number",
                "a,42,2,NaN|population \"NaN\" is not a number",
                "a,42,2,1e999|is not a number",
                "a,42,2,|population is empty",
                ",42,2,1|code is empty",
                "a,91,2,1|latitude 91.0 is not between -90 and 90",
                "a,42,200,1|longitude 200.0",
                "a,2.9,42.7,1|swapped",
                "a,-61.5,16.2,1|swapped",
                "a,42,2|has 3 values where the header has 4",
                "a,42,2,1,9|has 5 values",
                "\"a,42,2,1|quote"
            })
    void whatIsWrongIsNamedWithItsLine(String row, String reason) {
        assertThatThrownBy(() -> read("code,lat,lon,population\n" + row + "\n"))
                .isInstanceOf(FileRefused.class)
                .hasMessageContaining("points.csv")
                .hasMessageContaining(reason);
    }

    @Test
    void aCodeStandsOnce() {
        assertThatThrownBy(() -> read("code,lat,lon,population\na,42,2,1\nb,42,2,1\n\na,43,2,1\n"))
                .hasMessageContaining("line 5: code a stands already in line 2");
    }

    @Test
    void emptyFilesAndMissingColumnsAreRefused() {
        assertThatThrownBy(() -> read("")).hasMessageContaining("is empty");
        assertThatThrownBy(() -> read("code,lat,lon,population\n")).hasMessageContaining("no row");
        assertThatThrownBy(() -> read("code,lat,lng,people\n"))
                .hasMessageContaining("line 1: the column lon, population is missing");
        assertThatThrownBy(() -> read("code,lat,lat,lon,population\n")).hasMessageContaining("lat stands twice");
        assertThatThrownBy(() -> new PointFile(folder.resolve("none.csv"), List.of(), List.of()).read())
                .hasMessageContaining("is not there");
    }

    @Test
    void whatIsNotUtf8IsRefusedAtItsLine() {
        var text = "code,lat,lon,population\na,42,2,1\né,42,2,1\n";
        assertThatThrownBy(() -> read(text.getBytes(Charset.forName("windows-1252"))))
                .hasMessageContaining("line 3: is not written in UTF-8");
        assertThatThrownBy(() -> read(text.getBytes(StandardCharsets.UTF_16))).hasMessageContaining("UTF-8");
    }

    private List<Point> read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<Point> read(byte[] text) throws IOException {
        var file = folder.resolve("points.csv");
        Files.write(file, text);
        return new PointFile(file, List.of("population"), List.of("standardised")).read();
    }
}
