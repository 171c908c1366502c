package fr.quartdheure.audit;

import static org.assertj.core.api.Assertions.assertThat;

import fr.quartdheure.audit.ChainCheck.Fault;
import fr.quartdheure.audit.ChainCheck.Finding;
import fr.quartdheure.audit.ChainCheck.Kind;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ten thousand ways to spoil a chain, each found at the first place where it was spoilt. */
class ChainCheckTest {

    private static final int LENGTH = 60;
    private static final int TIMES = 10_000;
    private static final Instant START = Instant.parse("2026-11-23T08:00:00Z");

    private final Random random = new Random(4);
    private final List<Link> chain = new ArrayList<>();
    private PrivateKey key;

    @BeforeEach
    void seal() throws Exception {
        key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate();
        byte[] hash = Link.beginning();
        for (int position = 1; position <= LENGTH; position++) {
            Link link = Link.after(hash, position, trace(position + random.nextInt(3) * 100L));
            chain.add(link);
            hash = link.hash();
        }
    }

    @Test
    void whatNobodyTouchedIsIntact() {
        Finding finding = check(chain, List.of(head(20), head(LENGTH)));
        assertThat(finding.fault()).isEmpty();
        assertThat(finding.events()).isEqualTo(LENGTH);
        assertThat(finding.vouched()).isEqualTo(LENGTH);
        assertThat(check(List.of(), List.of()).fault()).isEmpty();
    }

    @Test
    void everyChangeIsFoundAtItsFirstPlace() {
        for (int time = 0; time < TIMES; time++) {
            List<Link> spoilt = new ArrayList<>(chain);
            int at = random.nextInt(LENGTH);
            Kind done = spoil(spoilt, at, time % 6);
            Finding finding = check(spoilt, List.of(head(LENGTH)));
            assertThat(finding.fault())
                    .as("time %d, way %d at %d", time, time % 6, at)
                    .hasValueSatisfying(fault -> {
                        assertThat(fault.from()).isEqualTo(at + 1L);
                        assertThat(fault.kind()).isEqualTo(done);
                    });
        }
    }

    private Kind spoil(List<Link> links, int at, int way) {
        Link one = links.get(at);
        switch (way) {
            case 0 -> links.set(at, new Link(one.position(), one.traceId(), one.hash(), altered(trace(one))));
            case 1 -> links.set(at, new Link(one.position(), one.traceId(), one.hash(), null));
            case 2 -> swap(links, at, at + 1 + random.nextInt(LENGTH));
            case 3 -> links.subList(at, LENGTH).clear();
            case 4 -> {
                // Taken out, and the others moved up as if it had never been.
                links.remove(at);
                for (int number = at; number < links.size(); number++) {
                    Link next = links.get(number);
                    links.set(number, new Link(number + 1L, next.traceId(), next.hash(), next.trace()));
                }
                return at == LENGTH - 1 ? Kind.CUT_OFF : Kind.ALTERED;
            }
            default -> {
                byte[] other = one.hash().clone();
                other[random.nextInt(other.length)] ^= (byte) (1 << random.nextInt(8));
                links.set(at, new Link(one.position(), one.traceId(), other, one.trace()));
            }
        }
        return switch (way) {
            case 1 -> Kind.TRACE_MISSING;
            case 3 -> Kind.CUT_OFF;
            default -> Kind.ALTERED;
        };
    }

    /** The traces of two links change their places; in the last place there is nobody after. */
    private void swap(List<Link> links, int at, int with) {
        int other = with < LENGTH ? with : at;
        Link one = links.get(at);
        Link two = links.get(other);
        if (at == other) {
            links.set(at, new Link(one.position(), one.traceId(), one.hash(), altered(trace(one))));
            return;
        }
        links.set(at, new Link(one.position(), two.traceId(), one.hash(), two.trace()));
        links.set(other, new Link(two.position(), one.traceId(), two.hash(), one.trace()));
    }

    @Test
    void aChainRewrittenWholeIsToldByItsHeads() {
        List<Link> rewritten = new ArrayList<>(chain.subList(0, 29));
        byte[] hash = rewritten.getLast().hash();
        for (int number = 29; number < LENGTH; number++) {
            Recorded trace = trace(chain.get(number));
            Link link = Link.after(hash, number + 1L, number == 29 ? altered(trace) : trace);
            rewritten.add(link);
            hash = link.hash();
        }
        assertThat(check(rewritten, List.of()).fault())
                .as("it agrees with itself")
                .isEmpty();
        assertThat(check(rewritten, List.of(head(10), head(25), head(40), head(LENGTH)))
                        .fault())
                .hasValue(new Fault(26, 40, chain.get(39).traceId(), Kind.REWRITTEN));
    }

    @Test
    void aLinkTakenOutIsTold() {
        List<Link> spoilt = new ArrayList<>(chain);
        spoilt.remove(12);
        assertThat(check(spoilt, List.of()).fault()).hasValue(new Fault(13, 13, null, Kind.LINK_MISSING));
    }

    @Test
    void fieldsCannotBorrowFromEachOther() {
        Recorded one = new Recorded(1, START, null, "a", null, "bc", "d", List.of(), "", null);
        Recorded other = new Recorded(1, START, null, "ab", null, "c", "d", List.of(), null, "");
        assertThat(one.canonical(1)).isNotEqualTo(other.canonical(1));
    }

    private static Finding check(List<Link> links, List<Head> heads) {
        var check = new ChainCheck(heads.iterator());
        links.forEach(check::accept);
        return check.end();
    }

    private Head head(int position) {
        return HeadKey.sign(key, position, Link.text(chain.get(position - 1).hash()), START);
    }

    private static Recorded trace(Link link) {
        return Objects.requireNonNull(link.trace());
    }

    private Recorded trace(long id) {
        return new Recorded(
                id,
                START.plusMillis(random.nextInt(1_000_000)),
                random.nextBoolean() ? new UUID(random.nextLong(), random.nextLong()) : null,
                "secretary",
                null,
                "read",
                "patient",
                Collections.nCopies(1 + random.nextInt(3), new UUID(random.nextLong(), random.nextLong())),
                random.nextBoolean() ? "day-board" : null,
                "192.0.2." + random.nextInt(256));
    }

    /** One field of it, in the smallest way. */
    private Recorded altered(Recorded was) {
        int field = random.nextInt(6);
        return new Recorded(
                was.id(),
                field == 0 ? was.at().plusNanos(1_000) : was.at(),
                field == 1 ? new UUID(1, random.nextLong()) : was.accountId(),
                was.role(),
                field == 2 ? new UUID(2, random.nextLong()) : was.organizationId(),
                field == 3 ? "reads" : was.act(),
                was.subjectKind(),
                field == 4 ? List.of() : was.subjectIds(),
                field == 5 ? was.reason() + "x" : was.reason(),
                was.address());
    }
}
