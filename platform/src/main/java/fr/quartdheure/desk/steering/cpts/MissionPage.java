package fr.quartdheure.desk.steering.cpts;

import fr.quartdheure.cpts.Mission;
import fr.quartdheure.cpts.Missions;
import fr.quartdheure.desk.ui.Screens;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** A mission added or changed by whoever coordinates the community. */
@Controller
public class MissionPage {

    private static final int LONGEST_TITLE = 160;
    private static final int LONGEST_OWNER = 120;
    private static final int LONGEST_NOTE = 2000;

    private final Screens screens;
    private final CptsAccess access;
    private final Missions missions;

    MissionPage(Screens screens, CptsAccess access, Missions missions) {
        this.screens = screens;
        this.access = access;
        this.missions = missions;
    }

    /** As it was typed. */
    public record Form(
            @Nullable UUID mission,
            @Nullable String kind,
            @Nullable String title,
            @Nullable String owner,
            @Nullable LocalDate starts,
            @Nullable LocalDate ends,
            @Nullable String state,
            @Nullable String note) {

        /** What is wrong with it, or empty. */
        Optional<String> refusal() {
            if (title == null || title.isBlank() || title.length() > LONGEST_TITLE) {
                return Optional.of("mission-title");
            }
            if (starts != null && ends != null && ends.isBefore(starts)) {
                return Optional.of("mission-dates");
            }
            boolean tooLong = text(owner).length() > LONGEST_OWNER || text(note).length() > LONGEST_NOTE;
            return tooLong ? Optional.of("mission-long") : Optional.empty();
        }

        Mission mission(UUID cptsId) {
            return new Mission(
                    mission == null ? UUID.randomUUID() : mission,
                    cptsId,
                    kind != null && Mission.KINDS.contains(kind) ? kind : "other",
                    text(title),
                    text(owner),
                    starts,
                    ends,
                    state != null && Mission.STATES.contains(state) ? state : "planned",
                    text(note));
        }

        private static String text(@Nullable String typed) {
            return typed == null ? "" : typed.strip();
        }
    }

    @PostMapping("/steering/cpts/{id}/missions")
    ResponseEntity<byte[]> put(HttpServletRequest request, @PathVariable UUID id, @ModelAttribute Form form) {
        UUID changed = form.mission();
        boolean foreign = changed != null
                && missions.find(changed).filter(one -> one.cptsId().equals(id)).isEmpty();
        if (access.findOwn(id).isEmpty() || foreign) {
            return screens.show(request, CptsPage.ABSENT);
        }
        Optional<String> refusal = form.refusal();
        if (refusal.isEmpty()) {
            missions.put(form.mission(id));
        }
        return CptsPage.see(id, refusal.orElse("mission"));
    }
}
