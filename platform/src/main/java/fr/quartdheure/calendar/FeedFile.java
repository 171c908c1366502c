package fr.quartdheure.calendar;

import fr.quartdheure.account.Accounts;
import fr.quartdheure.account.Role;
import fr.quartdheure.audit.Trace;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * {@code /calendars/….ics}: an agenda, for whoever knows the address. One that never was, was revoked, or whose owner
 * may no longer sign in gets the same bare 404. Nothing here logs the address.
 */
@RestController
class FeedFile {

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final Feeds feeds;
    private final Accounts accounts;
    private final FeedWriting writing;
    private final ApplicationEventPublisher events;

    FeedFile(Feeds feeds, Accounts accounts, FeedWriting writing, ApplicationEventPublisher events) {
        this.feeds = feeds;
        this.accounts = accounts;
        this.writing = writing;
        this.events = events;
    }

    @GetMapping("/calendars/{token}.ics")
    @Transactional
    @Nullable
    ResponseEntity<byte[]> read(
            HttpServletRequest request,
            @PathVariable String token,
            @RequestHeader(name = HttpHeaders.USER_AGENT, defaultValue = "") String agent) {
        var feed = feeds.open(token, Reader.of(agent)).filter(one -> accounts.maySignIn(one.practitionerId()));
        if (feed.isEmpty()) {
            return ResponseEntity.notFound()
                    .cacheControl(CacheControl.noStore())
                    .build();
        }
        var written = writing.write(feed.get());
        byte[] bytes = written.text().getBytes(StandardCharsets.UTF_8);
        String version = "W/\"" + HexFormat.of().formatHex(DigestUtils.md5Digest(bytes)) + "\"";
        if (new ServletWebRequest(request).checkNotModified(version)) {
            return ResponseEntity.status(304).eTag(version).build();
        }
        trace(written);
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .eTag(version)
                .cacheControl(CacheControl.maxAge(FRESH).cachePrivate())
                .header("X-Robots-Tag", "noindex")
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"agenda.ics\"")
                .body(bytes);
    }

    private void trace(FeedWriting.Written written) {
        if (!written.named().isEmpty()) {
            events.publishEvent(Trace.of("read", "patient", written.named())
                    .because("calendar-feed")
                    .as(Role.PRACTITIONER.code(), null));
        }
    }
}
