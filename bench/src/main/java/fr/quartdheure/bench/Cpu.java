package fr.quartdheure.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What Linux says that processes used: /proc, in clock ticks of 10 ms. */
final class Cpu {

    private static final double MILLIS_PER_TICK = 10;
    private static final int UTIME = 11;
    private static final int CHILDREN_UTIME = 13;
    private static final int PARENT = 1;

    private Cpu() {}

    /** Milliseconds used by these JVMs and by the whole server of the first one, ended backends included. */
    static double millis(List<Application> nodes) throws IOException {
        double jvms = 0;
        for (Application node : nodes) {
            jvms += ofJvm(node);
        }
        long ticks = 0;
        long postmaster = nodes.getFirst().postmaster();
        ticks += ticks(fields(Path.of("/proc", String.valueOf(postmaster))), CHILDREN_UTIME);
        ticks += ticks(fields(Path.of("/proc", String.valueOf(postmaster))), UTIME);
        for (List<String> child : children(postmaster)) {
            ticks += ticks(child, UTIME);
        }
        return jvms + ticks * MILLIS_PER_TICK;
    }

    static double ofJvm(Application node) {
        return ticks(fields(Path.of("/proc", String.valueOf(node.pid()))), UTIME) * MILLIS_PER_TICK;
    }

    /** @param field "VmRSS" (now) or "VmHWM" (the most there ever was), in MB */
    static long memory(Application node, String field) throws IOException {
        try (var lines = Files.lines(Path.of("/proc", String.valueOf(node.pid()), "status"))) {
            return lines.filter(line -> line.startsWith(field + ":"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static long ticks(List<String> fields, int first) {
        return Long.parseLong(fields.get(first)) + Long.parseLong(fields.get(first + 1));
    }

    private static List<List<String>> children(long parent) throws IOException {
        var found = new ArrayList<List<String>>();
        try (var processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path process : processes) {
                List<String> fields = fields(process);
                if (!fields.isEmpty() && fields.get(PARENT).equals(String.valueOf(parent))) {
                    found.add(fields);
                }
            }
        }
        return found;
    }

    /** The fields behind the name, which may hold blanks: the state is number 0. Empty when the process is gone. */
    private static List<String> fields(Path process) {
        try {
            String stat = Files.readString(process.resolve("stat"));
            return List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" "));
        } catch (IOException e) {
            return List.of();
        }
    }
}
