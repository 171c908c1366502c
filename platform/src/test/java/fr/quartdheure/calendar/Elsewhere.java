package fr.quartdheure.calendar;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A real web server on loopback that keeps a calendar, well or badly. */
final class Elsewhere implements AutoCloseable {

    private final HttpServer server;
    final List<String> conditions = new CopyOnWriteArrayList<>();
    volatile String text = "";
    volatile String version = "\"1\"";
    volatile @Nullable String redirect;
    volatile int status = 200;
    volatile long pauseMillis;

    Elsewhere() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/a.ics");
    }

    /** What it holds from now on, as a new version. */
    void holds(String... events) {
        text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Elsewhere//FR\r\n" + String.join("", events)
                + "END:VCALENDAR\r\n";
        version = "\"" + text.hashCode() + "\"";
    }

    static String event(String uid, String start, String end) {
        return "BEGIN:VEVENT\r\nUID:" + uid + "\r\nDTSTART;TZID=Europe/Paris:" + start + "\r\nDTEND;TZID=Europe/Paris:"
                + end + "\r\nSUMMARY:Secret\r\nEND:VEVENT\r\n";
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String asked = exchange.getRequestHeaders().getFirst("If-None-Match");
            conditions.add(asked == null ? "" : asked);
            if (redirect != null) {
                exchange.getResponseHeaders().set("Location", redirect);
                exchange.sendResponseHeaders(302, -1);
                return;
            }
            exchange.getResponseHeaders().set("ETag", version);
            if (version.equals(asked)) {
                exchange.sendResponseHeaders(304, -1);
                return;
            }
            exchange.sendResponseHeaders(status, 0);
            var out = exchange.getResponseBody();
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            int half = pauseMillis == 0 ? bytes.length : bytes.length / 2;
            out.write(bytes, 0, half);
            for (int at = half; at < bytes.length; at++) {
                Thread.sleep(pauseMillis);
                out.write(bytes[at]);
                out.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
