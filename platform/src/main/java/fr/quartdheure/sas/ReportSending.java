package fr.quartdheure.sas;

import fr.quartdheure.database.Birth;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Empties the outbox towards the national platform, beside the senders of other nodes. A server in trouble is tried
 * again, later each time; what it refuses is not.
 */
@Component
class ReportSending implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ReportSending.class);
    /** Longer than ten reports may take. */
    private static final Duration LEASE = Duration.ofMinutes(10);

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int SHOWN = 300;

    private final Reports reports;
    private final ReportWriting writing;
    private final ReportSettings settings;
    private final Birth birth;
    private final SslBundles bundles;
    private final Clock clock;
    private final Semaphore awake = new Semaphore(0);
    private volatile boolean stopping;
    private volatile boolean running;
    private @Nullable Thread thread;

    ReportSending(
            Reports reports,
            ReportWriting writing,
            ReportSettings settings,
            Birth birth,
            SslBundles bundles,
            Clock clock) {
        this.reports = reports;
        this.writing = writing;
        this.settings = settings;
        this.birth = birth;
        this.bundles = bundles;
        this.clock = clock;
    }

    @Override
    public void start() {
        running = true;
        URI url = settings.url();
        if (url != null && settings.maySend(birth.isDemo())) {
            thread = Thread.ofVirtual().name("sender-sas").start(() -> run(url));
        }
    }

    /** Lets the report in hand arrive; one that takes too long is sent again later, by this node or another. */
    @Override
    public void stop() {
        running = false;
        stopping = true;
        awake.release();
        try {
            if (thread != null && !thread.join(PATIENCE)) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void wake(ReportWriting.ReportQueued queued) {
        awake.release();
    }

    private void run(URI url) {
        try (var client = client()) {
            while (!stopping) {
                try {
                    sendDue(client, url);
                } catch (RuntimeException e) {
                    LOG.error("The outbox of the SAS could not be read: {}", e.toString());
                }
                rest();
            }
        }
    }

    private void sendDue(HttpClient client, URI url) {
        List<Reports.Report> taken = reports.take(clock.instant(), LEASE);
        while (!taken.isEmpty() && !stopping) {
            taken.stream().takeWhile(report -> !stopping).forEach(report -> send(client, url, report));
            taken = reports.take(clock.instant(), LEASE);
        }
    }

    private void send(HttpClient client, URI url, Reports.Report report) {
        try {
            HttpResponse<String> answer = client.send(request(url, report), BodyHandlers.ofString());
            int status = answer.statusCode();
            if (status >= 200 && status < 300) {
                reports.sent(report.id(), clock.instant());
            } else if (status >= 500 || status == 408 || status == 429) {
                putOff(report, "the SAS answered " + status);
            } else {
                String said = answer.body();
                LOG.warn("The SAS refused report {} with {}", report.id(), status);
                reports.end(
                        report.id(),
                        "refused",
                        "the SAS answered " + status + ": " + said.substring(0, Math.min(said.length(), SHOWN)));
            }
        } catch (IOException e) {
            putOff(report, e.toString());
        } catch (InterruptedException e) {
            stopping = true;
        }
    }

    private HttpRequest request(URI url, Reports.Report report) {
        String base = url.toString().replaceAll("/+$", "") + "/Appointment";
        String identifier = URLEncoder.encode(writing.system() + "|" + report.appointmentId(), StandardCharsets.UTF_8);
        boolean first = "POST".equals(report.method());
        return HttpRequest.newBuilder(URI.create(first ? base : base + "?identifier=" + identifier))
                .timeout(settings.timeout())
                .header("Content-Type", "application/fhir+json")
                .header("Accept", "application/fhir+json")
                .method(report.method(), BodyPublishers.ofString(report.body()))
                .build();
    }

    private void putOff(Reports.Report report, String reason) {
        LOG.warn("Report {} could not be sent (try {}): {}", report.id(), report.attempts(), reason);
        if (report.attempts() > settings.pauses().size()) {
            reports.end(report.id(), "failed", reason);
        } else {
            Duration pause = settings.pauses().get(report.attempts() - 1);
            reports.retryAt(report.id(), clock.instant().plus(pause), reason);
        }
    }

    private HttpClient client() {
        var builder = HttpClient.newBuilder().connectTimeout(settings.timeout());
        if (!settings.bundle().isEmpty()) {
            builder.sslContext(bundles.getBundle(settings.bundle()).createSslContext());
        }
        return builder.build();
    }

    private void rest() {
        try {
            awake.tryAcquire(settings.poll().toMillis(), TimeUnit.MILLISECONDS);
            awake.drainPermits();
        } catch (InterruptedException e) {
            stopping = true;
        }
    }
}
