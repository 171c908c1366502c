package fr.quartdheure.desk.patient;

import fr.quartdheure.notice.Calendars;
import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.scheduling.Appointments;
import fr.quartdheure.scheduling.ManageTokens;
import fr.quartdheure.web.PublicAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The appointment as a file for any calendar. */
@RestController
class CalendarDownload {

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final Appointments appointments;
    private final ManageTokens tokens;
    private final Calendars calendars;
    private final PublicAddress address;

    CalendarDownload(Appointments appointments, ManageTokens tokens, Calendars calendars, PublicAddress address) {
        this.appointments = appointments;
        this.tokens = tokens;
        this.calendars = calendars;
        this.address = address;
    }

    @GetMapping("/me/calendar.ics")
    ResponseEntity<byte[]> mine(HttpServletRequest request) {
        return answer(Visitors.token(request).orElse(""), null);
    }

    @GetMapping("/appointments/{id}/calendar.ics")
    ResponseEntity<byte[]> linked(@PathVariable UUID id, @RequestParam(defaultValue = "") String key) {
        return answer(key, id);
    }

    private ResponseEntity<byte[]> answer(String token, @Nullable UUID id) {
        Optional<Appointment> opened = tokens.find(token)
                .filter(found -> id == null || found.equals(id))
                .flatMap(appointments::find);
        return opened.map(appointment -> ResponseEntity.ok()
                        .contentType(CALENDAR)
                        .cacheControl(CacheControl.noStore())
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"rendez-vous.ics\"")
                        .body(calendars
                                .file(appointment, address.base() + "/manage#" + token)
                                .getBytes(StandardCharsets.UTF_8)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
