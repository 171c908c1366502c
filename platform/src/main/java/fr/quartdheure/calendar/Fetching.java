package fr.quartdheure.calendar;

import fr.quartdheure.database.Birth;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Asks for a calendar elsewhere, trusting nobody: https only, public addresses only, three redirects each judged like
 * the first address, so many seconds and bytes in all. Thread-safe.
 */
@Component
class Fetching implements DisposableBean {

    private static final int REDIRECTS = 3;
    private static final String AGENT = "Quart-dheure (calendar subscription)";

    private final CalendarSettings settings;
    private final boolean demo;
    private final CloseableHttpClient client;

    Fetching(CalendarSettings settings, Birth birth) {
        this.settings = settings;
        this.demo = birth.isDemo();
        this.client = client(settings, demo);
    }

    private static CloseableHttpClient client(CalendarSettings settings, boolean demo) {
        Timeout patience = Timeout.of(settings.patience());
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new PublicHosts(demo))
                        .setMaxConnPerRoute(8)
                        .setMaxConnTotal(16)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(patience)
                                .setSocketTimeout(patience)
                                .setTimeToLive(Timeout.ofMinutes(1))
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(patience)
                        .setResponseTimeout(patience)
                        .build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .setUserAgent(AGENT)
                .build();
    }

    /** Whether an address may be asked at all; where it leads is judged when it is. */
    boolean isAllowed(URI url) {
        if (url.getHost() == null || url.getRawUserInfo() != null) {
            return false;
        }
        return "https".equals(url.getScheme()) || (demo && "http".equals(url.getScheme()) && isLoopback(url.getHost()));
    }

    private static boolean isLoopback(String host) {
        return host.equals("localhost") || host.equals("[::1]") || host.matches("127\\.\\d+\\.\\d+\\.\\d+");
    }

    /** Within the patience of the settings, whatever the other side does. */
    Fetched fetch(URI url, @Nullable String version, @Nullable String modified) {
        var asking = new Asking(version, modified);
        var watch = CompletableFuture.delayedExecutor(settings.patience().toMillis(), TimeUnit.MILLISECONDS);
        var end = CompletableFuture.runAsync(asking::stop, watch);
        try {
            return asking.ask(url);
        } catch (PublicHosts.NotPublic e) {
            return new Fetched.Failed(Failure.NOT_PUBLIC);
        } catch (TooLarge e) {
            return new Fetched.Failed(Failure.TOO_LARGE);
        } catch (SocketTimeoutException e) {
            return new Fetched.Failed(Failure.TOO_SLOW);
        } catch (SSLException e) {
            return new Fetched.Failed(asking.stopped ? Failure.TOO_SLOW : Failure.UNTRUSTED);
        } catch (IOException | IllegalArgumentException | IllegalStateException e) {
            return new Fetched.Failed(asking.stopped ? Failure.TOO_SLOW : Failure.UNREACHABLE);
        } finally {
            end.cancel(false);
        }
    }

    @Override
    public void destroy() throws IOException {
        client.close();
    }

    /** Thrown rather than returned: what follows is not read to its end, the connection is given up. */
    private static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** One reading: all its requests, and the hand that ends them. */
    private final class Asking {

        private final @Nullable String version;
        private final @Nullable String modified;
        private volatile boolean stopped;
        private volatile @Nullable HttpGet running;

        private Asking(@Nullable String version, @Nullable String modified) {
            this.version = version;
            this.modified = modified;
        }

        private void stop() {
            stopped = true;
            HttpGet one = running;
            if (one != null) {
                one.abort();
            }
        }

        private Fetched ask(URI first) throws IOException {
            URI url = first;
            for (int asked = 0; asked <= REDIRECTS; asked++) {
                if (!isAllowed(url)) {
                    return new Fetched.Failed(Failure.NOT_HTTPS);
                }
                Step step = client.execute(request(url), this::read);
                if (step.answer() != null) {
                    return step.answer();
                }
                url = url.resolve(step.next());
            }
            return new Fetched.Failed(Failure.TOO_MANY_REDIRECTS);
        }

        private HttpGet request(URI url) throws SocketException {
            var request = new HttpGet(url);
            request.setHeader(HttpHeaders.ACCEPT, "text/calendar, */*;q=0.1");
            if (version != null) {
                request.setHeader(HttpHeaders.IF_NONE_MATCH, version);
            }
            if (modified != null) {
                request.setHeader(HttpHeaders.IF_MODIFIED_SINCE, modified);
            }
            running = request;
            if (stopped) {
                throw new SocketException("the time is over");
            }
            return request;
        }

        private Step read(ClassicHttpResponse response) throws IOException {
            int status = response.getCode();
            Header location = response.getFirstHeader(HttpHeaders.LOCATION);
            if (status == 304) {
                return Step.end(new Fetched.Unchanged());
            }
            if (status / 100 == 3 && location != null) {
                running = null;
                return new Step(null, location.getValue());
            }
            if (status != 200) {
                return Step.end(new Fetched.Failed(
                        status == 401 || status == 403 || status == 404 || status == 410
                                ? Failure.GONE
                                : Failure.REFUSED));
            }
            return Step.end(body(response));
        }

        /** Bytes are counted as they come out of any compression. */
        private Fetched body(ClassicHttpResponse response) throws IOException {
            if (response.getEntity() == null) {
                return new Fetched.Failed(Failure.NOT_A_CALENDAR);
            }
            InputStream content = response.getEntity().getContent();
            byte[] bytes = content.readNBytes(settings.largest() + 1);
            if (bytes.length > settings.largest()) {
                throw new TooLarge();
            }
            return new Fetched.Whole(
                    new String(bytes, StandardCharsets.UTF_8),
                    value(response, HttpHeaders.ETAG),
                    value(response, HttpHeaders.LAST_MODIFIED));
        }
    }

    private static @Nullable String value(ClassicHttpResponse response, String name) {
        Header header = response.getFirstHeader(name);
        return header == null || header.getValue().length() > 500 ? null : header.getValue();
    }

    /** An answer, or where to ask next. */
    private record Step(@Nullable Fetched answer, String next) {
        static Step end(Fetched answer) {
            return new Step(answer, "");
        }
    }
}
