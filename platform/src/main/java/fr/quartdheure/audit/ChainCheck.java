package fr.quartdheure.audit;

import java.security.MessageDigest;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Goes along the chain and stops at the first link that is not what it was. Takes the links in their order, then
 * {@link #end}.
 */
public final class ChainCheck {

    private final Iterator<Head> heads;
    private @Nullable Head awaited;
    private byte[] hash = Link.beginning();
    private long position;
    private long vouched;
    private @Nullable Fault fault;

    /** @param heads signed and in the order of their positions */
    ChainCheck(Iterator<Head> heads) {
        this.heads = heads;
        this.awaited = next();
    }

    void accept(Link link) {
        if (fault != null) {
            return;
        }
        long expected = position + 1;
        Recorded trace = link.trace();
        if (link.position() != expected) {
            fault = new Fault(expected, expected, null, Kind.LINK_MISSING);
        } else if (trace == null) {
            fault = new Fault(expected, expected, link.traceId(), Kind.TRACE_MISSING);
        } else {
            Link wanted = Link.after(hash, expected, trace);
            if (MessageDigest.isEqual(wanted.hash(), link.hash())) {
                go(wanted);
            } else {
                fault = new Fault(expected, expected, link.traceId(), Kind.ALTERED);
            }
        }
    }

    private void go(Link link) {
        position = link.position();
        hash = link.hash();
        while (awaited != null && awaited.position() == position) {
            if (!awaited.hash().equals(Link.text(hash))) {
                fault = new Fault(vouched + 1, position, link.traceId(), Kind.REWRITTEN);
                return;
            }
            vouched = position;
            awaited = next();
        }
    }

    /** What was found; the chain must reach the last head. */
    Finding end() {
        if (fault == null && awaited != null) {
            fault = new Fault(position + 1, awaited.position(), null, Kind.CUT_OFF);
        }
        return new Finding(position, Link.text(hash), vouched, Optional.ofNullable(fault));
    }

    private @Nullable Head next() {
        return heads.hasNext() ? heads.next() : null;
    }

    /**
     * @param events so many are what they were
     * @param hash that of the last of them, hexadecimal
     * @param vouched up to here by a signed head
     */
    public record Finding(long events, String hash, long vouched, Optional<Fault> fault) {}

    /**
     * The first link that is not what it was.
     *
     * @param from its position in the chain
     * @param to the same, or the head that shows that one of these was rewritten
     * @param traceId the trace that the link names, when there is one
     */
    public record Fault(long from, long to, @Nullable Long traceId, Kind kind) {}

    /** What is wrong with it. */
    public enum Kind {
        /** The trace is not the one that was sealed, or stands elsewhere. */
        ALTERED,
        TRACE_MISSING,
        LINK_MISSING,
        /** The chain agrees with itself, and not with a head signed before. */
        REWRITTEN,
        /** The chain ends before a head signed before. */
        CUT_OFF
    }
}
