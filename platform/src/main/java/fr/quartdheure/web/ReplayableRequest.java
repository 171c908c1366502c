package fr.quartdheure.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import java.util.TreeMap;

/** A request whose body was read once, so that it can be both compared and handled. */
final class ReplayableRequest extends HttpServletRequestWrapper {

    static final int LARGEST_BODY = 64 * 1024;

    private final byte[] body;

    private ReplayableRequest(HttpServletRequest request, byte[] body) {
        super(request);
        this.body = body;
    }

    /** Empty when the body is larger than any write of ours. */
    static Optional<ReplayableRequest> of(HttpServletRequest request) throws IOException {
        if (isForm(request)) {
            return Optional.of(new ReplayableRequest(request, new byte[0]));
        }
        byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        return body.length > LARGEST_BODY ? Optional.empty() : Optional.of(new ReplayableRequest(request, body));
    }

    static boolean isForm(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.startsWith("application/x-www-form-urlencoded");
    }

    /** SHA-256 of what was asked, without the session's own fields. */
    byte[] fingerprint() {
        MessageDigest digest = sha256();
        if (!isForm(this)) {
            return digest.digest(body);
        }
        var fields = new TreeMap<>(getParameterMap());
        fields.remove("_csrf");
        fields.forEach((name, values) ->
                digest.update((name + "=" + Arrays.toString(values) + "\n").getBytes(StandardCharsets.UTF_8)));
        return digest.digest();
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return isForm(this) ? super.getInputStream() : new Kept(body);
    }

    @Override
    public BufferedReader getReader() throws IOException {
        return isForm(this)
                ? super.getReader()
                : new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static final class Kept extends ServletInputStream {
        private final ByteArrayInputStream bytes;

        private Kept(byte[] body) {
            bytes = new ByteArrayInputStream(body);
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            return bytes.read(into, offset, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("the body is already here");
        }
    }
}
