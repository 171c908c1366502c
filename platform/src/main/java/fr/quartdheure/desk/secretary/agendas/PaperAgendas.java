package fr.quartdheure.desk.secretary.agendas;

import fr.quartdheure.audit.Trace;
import fr.quartdheure.database.Birth;
import fr.quartdheure.desk.secretary.OpenDays;
import fr.quartdheure.desk.ui.Assets;
import fr.quartdheure.desk.ui.Page;
import fr.quartdheure.desk.ui.Wording;
import fr.quartdheure.directory.Site;
import fr.quartdheure.directory.Sites;
import fr.quartdheure.time.Paris;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Prepares, every evening, the next open day of each site as a page that needs neither the platform nor a network; and
 * the present day where the platform was not running the evening before.
 */
@Component
class PaperAgendas {

    private static final Logger LOG = LoggerFactory.getLogger(PaperAgendas.class);
    private static final int KEPT_DAYS = 7;
    private static final String STYLE = "/static/assets/paper.css";

    private final PaperFolder folder;
    private final PaperSettings settings;
    private final PaperSheets sheets;
    private final Sites sites;
    private final OpenDays openDays;
    private final TemplateEngine templates;
    private final MessageSource messages;
    private final Birth birth;
    private final Assets assets;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PaperAgendas(
            PaperFolder folder,
            PaperSettings settings,
            PaperSheets sheets,
            Sites sites,
            OpenDays openDays,
            TemplateEngine templates,
            MessageSource messages,
            Birth birth,
            Assets assets,
            ApplicationEventPublisher events,
            Clock clock) {
        this.folder = folder;
        this.settings = settings;
        this.sheets = sheets;
        this.sites = sites;
        this.openDays = openDays;
        this.templates = templates;
        this.messages = messages;
        this.birth = birth;
        this.assets = assets;
        this.events = events;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 5, initialDelay = 2, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        if (!folder.isThere()) {
            return;
        }
        Instant now = clock.instant();
        LocalDate today = Paris.dayOf(now);
        boolean evening = !now.atZone(Paris.ZONE).toLocalTime().isBefore(settings.hour());
        for (Site site : sites.list().stream().filter(Site::hasAgenda).toList()) {
            if (evening) {
                prepareOnce(site, openDays.firstFrom(site, today.plusDays(1)), at(today, settings.hour()));
            } else if (openDays.firstFrom(site, today).equals(today)) {
                prepareOnce(site, today, Instant.EPOCH);
            }
        }
        folder.forget(today.minusDays(KEPT_DAYS));
    }

    /** The open day that is prepared now: today in the morning, the next one in the evening. */
    LocalDate next(Site site) {
        Instant now = clock.instant();
        LocalDate today = Paris.dayOf(now);
        boolean evening = !now.atZone(Paris.ZONE).toLocalTime().isBefore(settings.hour());
        return openDays.firstFrom(site, evening ? today.plusDays(1) : today);
    }

    /** Traced before it is written: what cannot be traced is not made. */
    void prepare(Site site, LocalDate day) {
        PaperSheet sheet = sheets.draw(site, day);
        events.publishEvent(
                new Trace("prepare", "patient", patients(sheet), "paper-agenda", null, site.organizationId()));
        folder.write(day, site, render(sheet), sheet.madeAt());
    }

    static List<UUID> patients(PaperSheet sheet) {
        return Stream.concat(
                        sheet.columns().stream()
                                .flatMap(column -> column.lines().stream())
                                .map(PaperSheet.Line::patient)
                                .filter(Objects::nonNull)
                                .filter(card -> !card.name().isEmpty())
                                .map(card -> card.id()),
                        sheet.calls().stream()
                                .map(one -> one.callBack().patientId())
                                .filter(Objects::nonNull))
                .distinct()
                .toList();
    }

    /** One site that fails must not leave the others without theirs. */
    private void prepareOnce(Site site, LocalDate day, Instant since) {
        Optional<Instant> made = folder.madeAt(day, site);
        if (made.filter(at -> !at.isBefore(since)).isPresent()) {
            return;
        }
        try {
            prepare(site, day);
        } catch (RuntimeException e) {
            LOG.error("The paper agenda of {} for {} was not prepared", site.name(), day, e);
        }
    }

    private String render(PaperSheet sheet) {
        var page = new Page(
                Locale.FRANCE,
                messages,
                Wording.in(Locale.FRANCE),
                Optional.empty(),
                List.of(),
                birth.isDemo(),
                "",
                "",
                "",
                assets);
        var output = new StringOutput(64 * 1024);
        templates.render("desk/secretary/agendas/paper.jte", Map.of("page", page, "it", sheet, "css", style()), output);
        return output.toString();
    }

    private static Instant at(LocalDate day, LocalTime hour) {
        return day.atTime(hour).atZone(Paris.ZONE).toInstant();
    }

    private static String style() {
        try (var file = Objects.requireNonNull(PaperAgendas.class.getResourceAsStream(STYLE), STYLE)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
