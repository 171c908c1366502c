package fr.quartdheure.desk.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;
import org.springframework.stereotype.Component;

/** Addresses of style sheets and scripts that change with their content, so that browsers may keep them for good. */
@Component
public class Assets {

    private final Map<String, String> urls = new ConcurrentHashMap<>();
    private final String htmxVersion = version("htmx.org");
    private final String leafletVersion = version("leaflet");

    public String url(String name) {
        return urls.computeIfAbsent(name, asset -> "/assets/" + asset + "?v=" + fingerprint(asset));
    }

    public String htmxVersion() {
        return htmxVersion;
    }

    public String leafletVersion() {
        return leafletVersion;
    }

    private static String fingerprint(String name) {
        try (InputStream content = open("/static/assets/" + name)) {
            var crc = new CRC32();
            crc.update(content.readAllBytes());
            return Long.toHexString(crc.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String version(String webjar) {
        var properties = new Properties();
        try (InputStream content = open("/META-INF/maven/org.webjars.npm/" + webjar + "/pom.properties")) {
            properties.load(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }

    private static InputStream open(String path) throws IOException {
        InputStream content = Assets.class.getResourceAsStream(path);
        if (content == null) {
            throw new IOException("missing from the application: " + path);
        }
        return content;
    }
}
