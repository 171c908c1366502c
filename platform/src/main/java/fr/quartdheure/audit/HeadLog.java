package fr.quartdheure.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.PrivateKey;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Writes the signed end of the chain outside the database, every minute in which it moved. Whoever rewrites the whole
 * chain cannot rewrite these. A file a day, each line flushed to the disk; each node has its own.
 */
@Component
@EnableConfigurationProperties(AuditSettings.class)
class HeadLog {

    private static final Logger LOG = LoggerFactory.getLogger(HeadLog.class);

    private final Links links;
    private final AuditSettings settings;
    private final Clock clock;
    private long written;
    private @Nullable PrivateKey key;

    HeadLog(Links links, AuditSettings settings, Clock clock) {
        this.links = links;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 60, initialDelay = 5, timeUnit = TimeUnit.SECONDS)
    void write() {
        var folder = settings.heads();
        var last = links.findLast();
        if (folder.isEmpty() || last.isEmpty() || last.get().position() == written) {
            return;
        }
        try {
            append(folder.get(), last.get());
            written = last.get().position();
        } catch (IOException e) {
            LOG.error(
                    "The head of the audit chain could not be written to {}; tried again in a minute", folder.get(), e);
        }
    }

    private void append(Path folder, Link last) throws IOException {
        Files.createDirectories(folder);
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Head head = HeadKey.sign(key(), last.position(), Link.text(last.hash()), now);
        Path file = folder.resolve(now.atZone(ZoneOffset.UTC).toLocalDate() + ".txt");
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            channel.write(ByteBuffer.wrap((head.line() + "\n").getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        }
    }

    private PrivateKey key() throws IOException {
        if (key == null) {
            Path folder = settings.keys().orElseThrow(() -> new IOException("no data folder for the key"));
            Files.createDirectories(folder);
            key = HeadKey.privateIn(folder);
        }
        return key;
    }
}
