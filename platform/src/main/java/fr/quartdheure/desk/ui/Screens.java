package fr.quartdheure.desk.ui;

import fr.quartdheure.account.CurrentAccount;
import fr.quartdheure.database.Birth;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Renders a page: {@code screens.show(request, "desk/patient/home.jte", data)}; the template gets page and it. */
@Component
public class Screens {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final TemplateEngine templates;
    private final MessageSource messages;
    private final Navigation navigation;
    private final Birth birth;
    private final Assets assets;

    Screens(TemplateEngine templates, MessageSource messages, Navigation navigation, Birth birth, Assets assets) {
        this.templates = templates;
        this.messages = messages;
        this.navigation = navigation;
        this.birth = birth;
        this.assets = assets;
    }

    public ResponseEntity<byte[]> show(HttpServletRequest request, String template, @Nullable Object it) {
        return show(request, HttpStatusCode.valueOf(200), template, it);
    }

    public ResponseEntity<byte[]> show(
            HttpServletRequest request, HttpStatusCode status, String template, @Nullable Object it) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("page", page(request));
        if (it != null) {
            parameters.put("it", it);
        }
        var output = new Utf8ByteOutput();
        templates.render(template, parameters, output);
        return ResponseEntity.status(status)
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .body(output.toByteArray());
    }

    public ResponseEntity<byte[]> show(HttpServletRequest request, Problem problem) {
        return show(request, HttpStatusCode.valueOf(problem.status()), "desk/ui/problem.jte", problem);
    }

    private Page page(HttpServletRequest request) {
        Locale locale = RequestContextUtils.getLocale(request);
        var viewer = CurrentAccount.find();
        var csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return new Page(
                locale,
                messages,
                Wording.in(locale),
                viewer,
                navigation.of(viewer, request.getRequestURI()),
                birth.isDemo(),
                address(request),
                csrf == null ? "_csrf" : csrf.getParameterName(),
                csrf == null ? "" : csrf.getToken(),
                assets);
    }

    private static String address(HttpServletRequest request) {
        String query = request.getQueryString();
        String path = request.getRequestURI();
        if (query == null || query.isBlank()) {
            return path;
        }
        String kept = query.replaceAll("(^|&)lang=[a-z]*", "").replaceAll("^&", "");
        return kept.isEmpty() ? path : path + "?" + kept;
    }
}
