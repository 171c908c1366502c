package fr.quartdheure.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** The addresses that belong to the staff. */
final class StaffPaths {

    private static final List<String> ROOTS =
            List.of("/secretary", "/practitioner", "/admin", "/host", "/steering", "/booth", "/regulator", "/account");

    private StaffPaths() {}

    static boolean contains(String path) {
        return ROOTS.stream().anyMatch(root -> path.equals(root) || path.startsWith(root + "/"));
    }

    /** Whether a person opens one of them in her browser, which she may be sent back to after she signed in. */
    static boolean opened(HttpServletRequest request) {
        return "GET".equals(request.getMethod()) && wantsPage(request) && contains(request.getRequestURI());
    }

    /** Whether the answer is read by a person; a script or a part of a page can do nothing with a login form. */
    static boolean wantsPage(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return request.getHeader("HX-Request") == null
                && (accept == null || accept.contains("text/html") || accept.contains("*/*"));
    }
}
