package fr.quartdheure.desk.ui;

import fr.quartdheure.database.Signals;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Pages that are told when what they show has changed (server-sent events). Each open page has a mailbox and a virtual
 * thread of its own: with a single send loop one reader that stalls would keep all others waiting.
 */
@Component
public class LivePages {

    private static final int MAILBOX = 64;
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    /** The browser then connects anew, and its right to listen is judged anew. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private static final String CHANGED = "changed";
    private static final String RELOAD = "reload";
    private static final String END = "";

    private final Set<OpenPage> open = ConcurrentHashMap.newKeySet();
    private final Set<String> heard = ConcurrentHashMap.newKeySet();
    private final Signals signals;

    LivePages(Signals signals) {
        this.signals = signals;
    }

    /** A stream that says "changed" whenever one of these things was published on the channel. */
    public SseEmitter open(String channel, Collection<?> ids) {
        hear(channel);
        var page = new OpenPage(channel, ids.stream().map(String::valueOf).collect(Collectors.toSet()));
        open.add(page);
        page.emitter.onCompletion(page::end);
        page.emitter.onTimeout(page.emitter::complete);
        page.emitter.onError(error -> page.end());
        Thread.ofVirtual().name("live-page").start(page::run);
        return page.emitter;
    }

    /** Streams that stay open would hold up the end of the application for half a minute. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        open.forEach(OpenPage::end);
    }

    int countOpen() {
        return open.size();
    }

    private void hear(String channel) {
        if (heard.add(channel)) {
            var receiver = new Signals.Receiver() {
                @Override
                public void changed(String id) {
                    tell(channel, id);
                }

                @Override
                public void reload() {
                    tell(channel, null);
                }
            };
            var unused = signals.subscribe(channel, receiver);
        }
    }

    /** @param id null when anything may have changed */
    private void tell(String channel, @Nullable String id) {
        for (OpenPage page : open) {
            if (page.channel.equals(channel) && (id == null || page.ids.contains(id))) {
                page.post(id == null ? RELOAD : CHANGED);
            }
        }
    }

    private final class OpenPage {

        private final String channel;
        private final Set<String> ids;
        private final SseEmitter emitter = new SseEmitter(LONGEST.toMillis());
        private final BlockingQueue<String> mailbox = new ArrayBlockingQueue<>(MAILBOX);

        private OpenPage(String channel, Set<String> ids) {
            this.channel = channel;
            this.ids = ids;
        }

        private void post(String event) {
            if (!mailbox.offer(event)) {
                mailbox.clear();
                mailbox.add(RELOAD);
            }
        }

        private void end() {
            open.remove(this);
            post(END);
        }

        private void run() {
            try {
                emitter.send(SseEmitter.event().comment("open").reconnectTime(2000));
                String event = mailbox.poll(HEARTBEAT.toSeconds(), TimeUnit.SECONDS);
                while (!END.equals(event)) {
                    emitter.send(
                            event == null
                                    ? SseEmitter.event().comment("still here")
                                    : SseEmitter.event().name(event).data(event));
                    event = mailbox.poll(HEARTBEAT.toSeconds(), TimeUnit.SECONDS);
                }
                emitter.complete();
            } catch (IOException | IllegalStateException e) {
                // The reader went away: there is nobody to tell.
                open.remove(this);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                open.remove(this);
            }
        }
    }
}
