package fr.quartdheure.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A plain HTTP/1.1 client over one kept connection, for one thread: it shares the processors with what it measures, and
 * java.net.http costs as much as the search itself.
 */
final class Client implements AutoCloseable {

    /** The application closes what nobody used for twenty seconds. */
    private static final long IDLE_NANOS = 10_000_000_000L;

    private final int port;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private Socket socket;
    private InputStream in;
    private OutputStream out;
    private long used;

    Client(int port) throws IOException {
        this.port = port;
        open();
    }

    private void open() throws IOException {
        socket = connect(port);
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        out = socket.getOutputStream();
        used = System.nanoTime();
    }

    int port() {
        return port;
    }

    /** As another window of the same browser. */
    void carryOn(Client other) {
        cookies.putAll(other.cookies);
    }

    Answer get(String path) throws IOException {
        return send("GET", path, "", "");
    }

    Answer postJson(String path, String body) throws IOException {
        return send("POST", path, "application/json", body);
    }

    Answer postForm(String path, String body) throws IOException {
        return send("POST", path, "application/x-www-form-urlencoded", body);
    }

    Answer postFhir(String path, String token, String body) throws IOException {
        return send("POST", path, "application/fhir+json\r\nAuthorization: Bearer " + token, body);
    }

    /** Asks for a stream of events; {@link #await} then reads it, and nothing else can be asked here. */
    void listen(String path) throws IOException {
        var head = new StringBuilder(
                "GET " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nAccept: text/event-stream\r\nCookie: ");
        cookies.forEach(
                (name, value) -> head.append(name).append('=').append(value).append("; "));
        out.write(head.append("\r\n\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
        String status = line();
        if (!status.contains(" 200")) {
            throw new IllegalStateException("no events: " + status);
        }
        while (!line().isEmpty()) {
            continue;
        }
    }

    /** Waits for an event that has this word in it. */
    void await(String word) throws IOException {
        while (!line().contains(word)) {
            continue;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private static Socket connect(int port) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(60_000);
        return socket;
    }

    private Answer send(String method, String path, String type, String body) throws IOException {
        if (System.nanoTime() - used > IDLE_NANOS) {
            socket.close();
            open();
        }
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        var head = new StringBuilder(256)
                .append(method)
                .append(' ')
                .append(path)
                .append(" HTTP/1.1\r\nHost: localhost:")
                .append(port)
                .append("\r\nUser-Agent: bench\r\n");
        if (!cookies.isEmpty()) {
            head.append("Cookie: ");
            cookies.forEach(
                    (name, value) -> head.append(name).append('=').append(value).append("; "));
            head.append("\r\n");
        }
        if (!type.isEmpty()) {
            head.append("Content-Type: ").append(type).append("\r\nContent-Length: ");
            head.append(content.length).append("\r\n");
        }
        byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        var whole = new byte[start.length + content.length];
        System.arraycopy(start, 0, whole, 0, start.length);
        System.arraycopy(content, 0, whole, start.length, content.length);
        out.write(whole);
        out.flush();
        Answer answer = receive();
        used = System.nanoTime();
        return answer;
    }

    private Answer receive() throws IOException {
        int status = Integer.parseInt(line().split(" ", 3)[1]);
        int length = 0;
        boolean chunked = false;
        boolean closing = false;
        var location = "";
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            String value = line.substring(colon + 1).strip();
            switch (line.substring(0, colon).toLowerCase(Locale.ROOT)) {
                case "content-length" -> length = Integer.parseInt(value);
                case "transfer-encoding" -> chunked = value.equals("chunked");
                case "connection" -> closing = value.equals("close");
                case "location" -> location = value;
                case "set-cookie" -> keep(value);
                default -> {}
            }
        }
        byte[] body = chunked ? chunks() : in.readNBytes(length);
        if (closing) {
            socket.close();
            open();
        }
        return new Answer(status, location, new String(body, StandardCharsets.UTF_8));
    }

    private void keep(String cookie) {
        String pair = cookie.split(";", 2)[0];
        int equals = pair.indexOf('=');
        cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
    }

    private byte[] chunks() throws IOException {
        var body = new ByteArrayOutputStream(1 << 13);
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            body.write(in.readNBytes(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private String line() throws IOException {
        var line = new StringBuilder(64);
        for (int one = in.read(); one != '\n'; one = in.read()) {
            if (one < 0) {
                throw new EOFException("the application closed the connection");
            }
            if (one != '\r') {
                line.append((char) one);
            }
        }
        return line.toString();
    }

    /** @param location where a redirect leads, or empty */
    record Answer(int status, String location, String body) {

        Answer expect(int wanted) {
            if (status != wanted) {
                throw new IllegalStateException("answered " + status + ", expected " + wanted + ": "
                        + body.substring(0, Math.min(400, body.length())));
            }
            return this;
        }
    }
}
