package fr.quartdheure.desk.secretary.reception;

import fr.quartdheure.desk.ui.Screens;
import fr.quartdheure.directory.Site;
import fr.quartdheure.reception.CallBacks;
import fr.quartdheure.reception.CallDrafts;
import fr.quartdheure.scheduling.AppointmentStatus;
import fr.quartdheure.scheduling.Appointments;
import fr.quartdheure.time.Paris;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /secretary/reception}: the menu of the reception by itself, for the board of the day. */
@Controller
public class Menus {

    private final Screens screens;
    private final ReceptionDesk desk;
    private final CallBacks callBacks;
    private final CallDrafts drafts;
    private final Appointments appointments;
    private final Clock clock;

    Menus(
            Screens screens,
            ReceptionDesk desk,
            CallBacks callBacks,
            CallDrafts drafts,
            Appointments appointments,
            Clock clock) {
        this.screens = screens;
        this.desk = desk;
        this.callBacks = callBacks;
        this.drafts = drafts;
        this.appointments = appointments;
        this.clock = clock;
    }

    @GetMapping("/secretary/reception")
    ResponseEntity<byte[]> show(HttpServletRequest request, @RequestParam(defaultValue = "") String site) {
        return desk.at(request, site)
                .map(at -> screens.show(request, "desk/secretary/reception/menu.jte", of(at, "")))
                .orElseGet(() -> screens.show(request, ReceptionDesk.ABSENT));
    }

    public Menu of(Standing at, String current) {
        Instant now = clock.instant();
        return new Menu(
                at,
                current,
                callBacks.count(at.ids(), now),
                at.looked().stream()
                        .map(Site::id)
                        .mapToInt(site -> waiting(site, Paris.dayOf(now)))
                        .sum(),
                drafts.findLast(desk.clerk()).orElse(null));
    }

    private int waiting(UUID site, LocalDate day) {
        return (int) appointments.listOfSite(site, Paris.startOf(day), Paris.startOf(day.plusDays(1))).stream()
                .filter(one -> one.status() == AppointmentStatus.ARRIVED)
                .count();
    }
}
