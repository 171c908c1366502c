package fr.quartdheure.atlas.siting;

import fr.quartdheure.atlas.siting.median.MedianProblem;
import fr.quartdheure.atlas.siting.median.Rows;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;

/**
 * Reads the p-median instances of the OR-Library (Beasley 1990): a first line "nodes edges p", then one edge a line; of
 * a repeated edge the last line counts. Every node is both demand and site, the cost is the shortest path.
 */
public final class OrLibrary {

    private static final int FAR = Integer.MAX_VALUE / 4;
    private static final int MOST_NODES = 5_000;
    private static final int LONGEST_EDGE = 100_000;

    private final BufferedReader lines;
    private int line;
    private int[][] distance = {};

    private OrLibrary(Reader text) {
        this.lines = new BufferedReader(text);
    }

    /**
     * @return the p-median on shortest paths, sites numbered from 0
     * @throws IllegalArgumentException when the text is no such instance; the message names the line and the value
     */
    public static MedianProblem read(Reader text) throws IOException {
        return new OrLibrary(text).read();
    }

    private MedianProblem read() throws IOException {
        int[] header = numbers("the number of nodes, of edges, and p");
        int nodes = between(header[0], 1, MOST_NODES, "number of nodes");
        int edges = between(header[1], 0, Integer.MAX_VALUE, "number of edges");
        int p = between(header[2], 1, nodes, "p");
        distance = new int[nodes][nodes];
        for (int i = 0; i < nodes; i++) {
            Arrays.fill(distance[i], FAR);
            distance[i][i] = 0;
        }
        for (int k = 0; k < edges; k++) {
            readEdge(numbers("edge " + (k + 1) + " of " + edges), nodes);
        }
        refuseMore(edges);
        shorten();
        return problem(p);
    }

    private void readEdge(int[] edge, int nodes) {
        int from = between(edge[0], 1, nodes, "node") - 1;
        int to = between(edge[1], 1, nodes, "node") - 1;
        int length = between(edge[2], 0, LONGEST_EDGE, "length");
        if (from != to) {
            distance[from][to] = length;
            distance[to][from] = length;
        }
    }

    private void refuseMore(int edges) throws IOException {
        for (String text = lines.readLine(); text != null; text = lines.readLine()) {
            line++;
            if (!text.isBlank()) {
                throw wrong(text.strip(), "the end: there are more than the " + edges + " edges of the first line");
            }
        }
    }

    /** Floyd and Warshall. */
    private void shorten() {
        for (int middle = 0; middle < distance.length; middle++) {
            for (int[] from : distance) {
                shorten(from, distance[middle], from[middle]);
            }
        }
    }

    private static void shorten(int[] from, int[] through, int toMiddle) {
        if (toMiddle < FAR) {
            for (int k = 0; k < from.length; k++) {
                from[k] = Math.min(from[k], toMiddle + through[k]);
            }
        }
    }

    private MedianProblem problem(int p) {
        int nodes = distance.length;
        var rows = new Rows(nodes, nodes * nodes);
        for (int i = 0; i < nodes; i++) {
            int farthest = 0;
            for (int j = 0; j < nodes; j++) {
                if (distance[i][j] >= FAR) {
                    throw new IllegalArgumentException(
                            "no path joins nodes " + (i + 1) + " and " + (j + 1) + ": add the missing edges");
                }
                rows.add(j, distance[i][j]);
                farthest = Math.max(farthest, distance[i][j]);
            }
            rows.end(farthest);
        }
        return MedianProblem.of(rows, nodes, p, 0);
    }

    private int[] numbers(String what) throws IOException {
        String text = lines.readLine();
        line++;
        while (text != null && text.isBlank()) {
            text = lines.readLine();
            line++;
        }
        if (text == null) {
            throw new IllegalArgumentException("line " + line + ": the file ends where " + what + " should stand");
        }
        String[] words = text.strip().split("\\s+", -1);
        if (words.length != 3) {
            throw wrong(text.strip(), "three whole numbers: " + what);
        }
        return Arrays.stream(words).mapToInt(word -> number(word, what)).toArray();
    }

    private int number(String word, String what) {
        try {
            return Integer.parseInt(word);
        } catch (NumberFormatException e) {
            throw wrong(word, "a whole number: " + what);
        }
    }

    private int between(int value, int least, int most, String what) {
        if (value < least || value > most) {
            throw wrong(Integer.toString(value), what + " from " + least + " to " + most);
        }
        return value;
    }

    private IllegalArgumentException wrong(String value, String expected) {
        return new IllegalArgumentException("line " + line + ": \"" + value + "\", expected " + expected);
    }
}
