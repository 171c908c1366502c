package fr.quartdheure.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The whole chain against the heads that were written outside the database. */
@Component
public class ChainVerification {

    private static final int TOLD_EVERY = 10_000;

    private final Links links;

    ChainVerification(Links links) {
        this.links = links;
    }

    /** For a command without the platform's beans; {@link #verify} then wants a transaction of the caller's. */
    public static ChainVerification of(DataSource source) {
        return new ChainVerification(new Links(JdbcClient.create(source), source));
    }

    /**
     * @param heads the folder of the heads
     * @param keys the folder of their public key
     * @param progress told how many links were read, now and then
     * @throws IOException when a head cannot be read, or is not signed by this key
     */
    @Transactional(readOnly = true)
    public ChainCheck.Finding verify(Path heads, Path keys, LongConsumer progress) throws IOException {
        var check = new ChainCheck(read(heads, keys).iterator());
        links.readAll(link -> {
            check.accept(link);
            if (link.position() % TOLD_EVERY == 0) {
                progress.accept(link.position());
            }
        });
        return check.end();
    }

    /** Traces that no link holds yet: those of the last second, unless the platform stands still. */
    public long countUnsealed() {
        return links.countUnsealed();
    }

    /** How many events there are to verify. */
    public long count() {
        return links.findLast().map(Link::position).orElse(0L);
    }

    private static List<Head> read(Path folder, Path keys) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        PublicKey key = HeadKey.publicIn(keys);
        var heads = new ArrayList<Head>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".txt"))
                    .sorted()
                    .toList()) {
                heads.addAll(of(file, key));
            }
        }
        heads.sort(Comparator.comparingLong(Head::position));
        return heads;
    }

    private static List<Head> of(Path file, PublicKey key) throws IOException {
        List<String> lines = Files.readAllLines(file);
        var heads = new ArrayList<Head>(lines.size());
        for (int number = 0; number < lines.size(); number++) {
            String where = file.getFileName() + ", line " + (number + 1);
            Head head = Head.parse(lines.get(number)).orElseThrow(() -> new IOException(where + " is no head"));
            if (!HeadKey.isSigned(key, head)) {
                throw new IOException(where + " is not signed by key.pub.pem");
            }
            heads.add(head);
        }
        return heads;
    }
}
