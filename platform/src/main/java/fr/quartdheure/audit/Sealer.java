package fr.quartdheure.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Chains committed traces, twice a second, on one node at a time. Each act goes on without waiting for the others: the
 * order is made here, after their commits.
 */
@Component
class Sealer {

    private static final int AT_ONCE = 5_000;

    private final Links links;
    private final TransactionTemplate transaction;

    Sealer(Links links, TransactionTemplate transaction) {
        this.links = links;
        this.transaction = transaction;
    }

    @Scheduled(fixedDelay = 500, initialDelay = 500, timeUnit = TimeUnit.MILLISECONDS)
    void seal() {
        while (Boolean.TRUE.equals(transaction.execute(status -> isMoreToSeal()))) {
            continue;
        }
    }

    private boolean isMoreToSeal() {
        if (!links.isLockTaken()) {
            return false;
        }
        String horizon = links.horizon();
        List<Recorded> unsealed = links.listUnsealed(AT_ONCE);
        if (unsealed.isEmpty()) {
            return false;
        }
        links.addAll(chain(unsealed));
        if (unsealed.size() == AT_ONCE) {
            return true;
        }
        links.setSealedBefore(horizon);
        return false;
    }

    private List<Link> chain(List<Recorded> traces) {
        var last = links.findLast();
        long position = last.map(Link::position).orElse(0L);
        byte[] hash = last.map(Link::hash).orElseGet(Link::beginning);
        var chained = new ArrayList<Link>(traces.size());
        for (Recorded trace : traces) {
            position++;
            Link link = Link.after(hash, position, trace);
            chained.add(link);
            hash = link.hash();
        }
        return chained;
    }
}
