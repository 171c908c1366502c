package fr.quartdheure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SitingCommandTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /** Three towns on a line, ten minutes apart by the file of times. */
    @BeforeEach
    void write() throws IOException {
        file("demand.csv", "code,lat,lon,population,standardised\nA,43,2,100,100\nB,43.1,2,200,300\nC,43.2,2,50,50\n");
        file("candidates.csv", "code,lat,lon\nA,43,2\nB,43.1,2\nC,43.2,2\n");
        file("limited.csv", "code,lat,lon,capacity\nA,43,2,500\nB,43.1,2,1000\nC,43.2,2,500\n");
        file("existing.csv", "code,lat,lon\nA,43,2\n");
        file("times.csv", "origin,destination,minutes\nA,B,10\nB,A,10\nB,C,10\nC,B,10\n");
    }

    @Test
    void everyObjectiveAnswersInPlainNumbers() {
        assertThat(site("--candidates", "candidates.csv", "--objective", "mclp", "--p", "1", "--minutes", "5"))
                .isZero();
        assertThat(out.toString())
                .contains("objective: 200\n", "bound: 200\n", "gap: 0\n", "proved: true\n", "chosen: B");
        assertThat(site("--candidates", "candidates.csv", "--objective", "pmedian", "--p", "1", "--json"))
                .isZero();
        assertThat(out.toString())
                .startsWith("{\"objective\":1500,\"bound\":1500,\"gap\":0,\"proved\":true,\"seconds\":")
                .contains("\"chosen\":[\"B\"]}");
        assertThat(site("--candidates", "candidates.csv", "--objective", "PCENTER", "--p", "1"))
                .isZero();
        assertThat(out.toString()).contains("objective: 10\n", "chosen: B");
        assertThat(site("--candidates", "candidates.csv", "--objective", "lscp", "--minutes", "5"))
                .isZero();
        assertThat(out.toString()).contains("objective: 3\n", "chosen: A, B, C");
    }

    @Test
    void whatExistsIsKeptAndIsNoCandidate() {
        assertThat(site(
                        "--candidates",
                        "candidates.csv",
                        "--existing",
                        "existing.csv",
                        "--objective",
                        "lscp",
                        "--minutes",
                        "10"))
                .isZero();
        assertThat(out.toString()).contains("objective: 1\n");
        assertThat(out.toString()).doesNotContain("chosen: A");
        assertThat(err.toString()).contains("1 candidates exist already");
    }

    /** 300 standardised inhabitants need 3 consultations each; B offers 1,000 to a town of 200 that needs 900. */
    @Test
    void capacitiesCountStandardisedInhabitantsTimesTheirNeed() {
        assertThat(site(
                        "--candidates",
                        "limited.csv",
                        "--objective",
                        "mclp",
                        "--p",
                        "1",
                        "--minutes",
                        "5",
                        "--need",
                        "3"))
                .isZero();
        assertThat(out.toString()).contains("objective: 200\n");
        assertThat(site(
                        "--candidates",
                        "limited.csv",
                        "--objective",
                        "mclp",
                        "--p",
                        "1",
                        "--minutes",
                        "5",
                        "--need",
                        "4"))
                .isZero();
        assertThat(out.toString()).contains("objective: 166.66666");
        assertThat(site("--candidates", "limited.csv", "--objective", "pmedian", "--p", "2", "--need", "4"))
                .isEqualTo(2);
        assertThat(out.toString()).contains("capacity", "needs 1800", "offer 1500");
    }

    @Test
    void whatCannotBeIsRefusedWithTheReason() throws IOException {
        assertThat(site("--candidates", "candidates.csv", "--objective", "mclp", "--p", "4"))
                .isEqualTo(2);
        assertThat(out.toString()).contains("p 4 is larger than the 3 candidates");
        assertThat(site("--candidates", "candidates.csv", "--objective", "lscp", "--p", "2"))
                .isEqualTo(2);
        assertThat(out.toString()).contains("--p 2").contains("leave it out");
        file("far.csv", "code,lat,lon\nC,43.2,2\n");
        assertThat(site("--candidates", "far.csv", "--objective", "pmedian", "--p", "1"))
                .isEqualTo(2);
        assertThat(out.toString()).contains("1 inhabited places reach no site").contains(": A.");
        file("twice.csv", "code,lat,lon\nC,43.2,2\nC,43.3,2\n");
        assertThat(site("--candidates", "twice.csv", "--objective", "pmedian", "--p", "1"))
                .isEqualTo(2);
        assertThat(out.toString()).contains("twice.csv, line 3", "code C");
        file("times.csv", "origin,destination,minutes\nA,X,10\n");
        assertThat(site("--candidates", "candidates.csv", "--objective", "pmedian", "--p", "1"))
                .isEqualTo(2);
        assertThat(out.toString()).contains("times.csv, line 2", "X");
    }

    /** A covers A and B within 10 minutes, C only itself: with C required and B excluded, A is the second one. */
    @Test
    void requiredExcludedAndAreasAreObeyed() throws IOException {
        assertThat(site(
                        "--candidates",
                        "candidates.csv",
                        "--objective",
                        "mclp",
                        "--p",
                        "2",
                        "--required",
                        "C",
                        "--excluded",
                        "B",
                        "--minutes",
                        "5"))
                .isZero();
        assertThat(out.toString()).contains("objective: 150\n", "chosen: A, C\n");
        file("areas.csv", "code,lat,lon,area\nA,43,2,x\nB,43.1,2,x\nC,43.2,2,y\n");
        assertThat(site(
                        "--candidates",
                        "areas.csv",
                        "--objective",
                        "mclp",
                        "--p",
                        "2",
                        "--maximum",
                        "x=1",
                        "--minimum",
                        "y=1",
                        "--minutes",
                        "5"))
                .isZero();
        assertThat(out.toString()).contains("objective: 250\n", "chosen: B, C\n");
        assertThat(site("--candidates", "areas.csv", "--objective", "mclp", "--p", "2", "--maximum", "z=1"))
                .isEqualTo(2);
        assertThat(out.toString()).contains("No candidate stands in area z");
        assertThat(site("--candidates", "areas.csv", "--objective", "mclp", "--p", "2", "--required", "D"))
                .isEqualTo(2);
        assertThat(out.toString()).contains("--required D is not among the candidates");
    }

    /** The site at A may move: at B it covers 350 within 10 minutes. */
    @Test
    void aSiteThatMayCloseMoves() {
        assertThat(site(
                        "--candidates",
                        "candidates.csv",
                        "--existing",
                        "existing.csv",
                        "--objective",
                        "mclp",
                        "--p",
                        "0",
                        "--closable",
                        "A",
                        "--minutes",
                        "10"))
                .isZero();
        assertThat(out.toString()).contains("objective: 350\n", "chosen: B\n", "closed: A\n");
    }

    /**
     * A has 300 consultations, shared with B at two thirds: 300/(100 + 200) = 1 at A, 2/3 at B, 0 at C. At C, 150 would
     * be shared by 50 + 2/3·300 = 250: 0.6 there, 0.4 at B, all under 2.5. Of 625 at A, 25/12 reach the 100 there: 3.08.
     */
    @Test
    void openingsAreJudgedByTheAplToo() throws IOException {
        file("supply.csv", "code,lat,lon,supply\nA,43,2,300\n");
        assertThat(site(
                        "--candidates",
                        "candidates.csv",
                        "--supply",
                        "supply.csv",
                        "--objective",
                        "apl-gain",
                        "--p",
                        "1",
                        "--required",
                        "C",
                        "--opening-supply",
                        "150",
                        "--json"))
                .isZero();
        assertThat(out.toString())
                .startsWith("{\"objective\":150,\"bound\":150,\"gap\":0,\"proved\":true,\"seconds\":")
                .contains("\"chosen\":[\"C\"]", "\"underThreshold\":350", "\"missing\":825", "\"missing\":675");
        assertThat(site(
                        "--candidates",
                        "candidates.csv",
                        "--supply",
                        "supply.csv",
                        "--objective",
                        "under-threshold",
                        "--p",
                        "1",
                        "--opening-supply",
                        "625"))
                .isZero();
        assertThat(out.toString()).contains("objective: 250\n", "chosen: A\n", "after.underThreshold: 250\n");
        assertThat(site("--candidates", "candidates.csv", "--objective", "apl-gain", "--p", "1"))
                .isEqualTo(2);
        assertThat(out.toString()).contains("Which care is there today? Give --supply, or a column 'apl'");
    }

    @Test
    void aPlanIsToldYearByYear() throws IOException {
        file("supply.csv", "code,lat,lon,supply\nA,43,2,300\n");
        String[] plan = {
            "--candidates",
            "candidates.csv",
            "--supply",
            "supply.csv",
            "--objective",
            "mclp",
            "--plan",
            "1,1",
            "--professionals",
            "3",
            "--minutes",
            "5"
        };
        assertThat(site(plan)).isZero();
        assertThat(out.toString())
                .contains("years.1.opened.1.code: B\n", "years.1.after.covered: 200\n", "order.proved: true\n")
                .contains("years.2.opened.1.code: A\n", "years.2.after.covered: 300\n");
        String[] json = Arrays.copyOf(plan, plan.length + 1);
        json[plan.length] = "--json";
        assertThat(site(json)).isZero();
        assertThat(out.toString()).contains("\"years\":[{\"opened\":[{\"code\":\"B\",\"professionals\":2}]");
        plan[5] = "pmedian";
        assertThat(site(plan)).isEqualTo(64);
    }

    @Test
    void wrongUsageIsSaidOnStandardError() {
        assertThat(site("--candidates", "candidates.csv", "--objective", "mclp"))
                .isEqualTo(64);
        assertThat(site("--candidates", "candidates.csv", "--objective", "best", "--p", "1"))
                .isEqualTo(64);
        assertThat(site("--candidates", "candidates.csv", "--p", "1")).isEqualTo(64);
        assertThat(run("siting")).isEqualTo(64);
        assertThat(run("siting", "--orlib", "x", "--p", "1")).isEqualTo(64);
        assertThat(run("siting", "--orlib", "absent.txt")).isEqualTo(2);
        assertThat(run("siting", "--help")).isZero();
    }

    @Test
    void anInstanceOfTheOrLibraryIsSolved() throws IOException {
        file("path.txt", "3 2 1\n1 2 2\n2 3 3\n");
        assertThat(run("siting", "--orlib", folder.resolve("path.txt").toString(), "--json"))
                .isZero();
        assertThat(out.toString()).contains("\"objective\":5,\"bound\":5,\"gap\":0,\"proved\":true", "[\"2\"]");
        file("wrong.txt", "3 2 1\n1 2 2\n2 4 3\n");
        assertThat(run("siting", "--orlib", folder.resolve("wrong.txt").toString()))
                .isEqualTo(2);
        assertThat(out.toString()).contains("wrong.txt: line 3", "\"4\"");
    }

    private void file(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    /** A word that ends in .csv names a file of the folder. */
    private int site(String... words) {
        var all = new ArrayList<>(List.of("siting", "--demand", "demand.csv", "--times", "times.csv"));
        all.addAll(List.of(words));
        return run(all.stream()
                .map(word -> word.endsWith(".csv") ? folder.resolve(word).toString() : word)
                .toArray(String[]::new));
    }

    private int run(String... words) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        var line = Quartdheure.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(words);
    }
}
