package fr.quartdheure.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** A real Chromium: pages are looked at in three widths and judged by axe. */
public final class Chromium implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/bin/chromium");
    private static final List<Integer> WIDTHS = List.of(360, 768, 1440);
    private static final int HEIGHT = 900;
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    public Chromium() {
        Assumptions.assumeTrue(Files.isExecutable(PROGRAM), "no Chromium at " + PROGRAM + ": install it");
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(PROGRAM)
                        .setArgs(FLAGS));
    }

    /** A page of a visitor of her own, as wide as a phone unless told otherwise. */
    public Page visitor(int width) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, HEIGHT)
                .setLocale("fr-FR")
                .setTimezoneId("Europe/Paris"));
        context.setDefaultTimeout(60_000);
        return context.newPage();
    }

    /** Judges the page as it stands, in three widths, and keeps a picture of each for people to look at. */
    public static void look(Page page, String name) {
        look(page, name, WIDTHS);
    }

    /** The same in the width it has now, for a state of a page that was looked at in all three. */
    public static void glance(Page page, String name) {
        look(page, name, List.of(page.viewportSize().width));
    }

    private static void look(Page page, String name, List<Integer> widths) {
        var size = page.viewportSize();
        for (int width : widths) {
            page.setViewportSize(width, HEIGHT);
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target/screenshots", name + "-" + width + ".png"))
                    .setFullPage(true));
            assertNoSidewaysScroll(page, name, width);
            assertAccessible(page, name + " at " + width + " px");
        }
        page.setViewportSize(size.width, size.height);
    }

    private static void assertNoSidewaysScroll(Page page, String name, int width) {
        Object wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(((Number) wide).intValue())
                .as("%s scrolls sideways at %d px", name, width)
                .isLessThanOrEqualTo(0);
    }

    private static void assertAccessible(Page page, String name) {
        List<Rule> violations = new AxeBuilder(page).analyze().getViolations();
        assertThat(violations)
                .as(
                        "%s: %s",
                        name,
                        violations.stream()
                                .map(rule -> rule.getId() + " "
                                        + rule.getNodes().stream()
                                                .map(node -> node.getHtml())
                                                .limit(3)
                                                .toList())
                                .toList())
                .isEmpty();
    }

    @Override
    public void close() {
        playwright.close();
    }
}
