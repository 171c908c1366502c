package fr.quartdheure.desk.secretary.duplicates;

import fr.quartdheure.audit.Trace;
import fr.quartdheure.desk.secretary.DayBoardPage;
import fr.quartdheure.desk.secretary.DeskAccess;
import fr.quartdheure.desk.ui.Screens;
import fr.quartdheure.patient.Merged;
import fr.quartdheure.patient.Merging;
import fr.quartdheure.patient.Patient;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Two records side by side: one person, or two. */
@Controller
class ComparePage {

    private final Screens screens;
    private final DeskAccess access;
    private final Comparing comparing;
    private final Merging merging;
    private final ApplicationEventPublisher events;

    ComparePage(
            Screens screens,
            DeskAccess access,
            Comparing comparing,
            Merging merging,
            ApplicationEventPublisher events) {
        this.screens = screens;
        this.access = access;
        this.comparing = comparing;
        this.merging = merging;
        this.events = events;
    }

    @GetMapping("/secretary/duplicates/{one}/{other}")
    ResponseEntity<byte[]> show(HttpServletRequest request, @PathVariable UUID one, @PathVariable UUID other) {
        return with(request, one, other, (a, b) -> {
            events.publishEvent(Trace.of("compare", "patient", one, other));
            return page(request, 200, a, b, null, null);
        });
    }

    @PostMapping("/secretary/duplicates/{one}/{other}/merge")
    ResponseEntity<byte[]> merge(
            HttpServletRequest request,
            @PathVariable UUID one,
            @PathVariable UUID other,
            @ModelAttribute CompareForm form) {
        return with(request, one, other, (a, b) -> {
            String refusal = refusal(form, a, b);
            if (refusal != null) {
                return page(request, 422, a, b, form, refusal);
            }
            Patient kept = b.id().equals(form.keep()) ? b : a;
            Patient gone = kept == a ? b : a;
            return switch (merging.merge(form.traits(kept, gone), gone.id())) {
                case Merged.Done _done -> DuplicatesPage.see("merged");
                case Merged.Obstructed _told -> page(request, 409, a, b, form, null);
                case Merged.Overtaken _late -> DuplicatesPage.see("late");
            };
        });
    }

    /** Twins are not merged by a slip: whoever merges two first names types the one that goes. */
    private static @Nullable String refusal(CompareForm form, Patient one, Patient other) {
        if (!one.id().equals(form.keep()) && !other.id().equals(form.keep())) {
            return "keep";
        }
        Patient gone = one.id().equals(form.keep()) ? other : one;
        String typed = form.typed() == null ? "" : form.typed();
        boolean twins = one.identity().isMaybeTwinOf(other.identity());
        return twins && !gone.identity().isCalled(typed) ? "typed" : null;
    }

    @PostMapping("/secretary/duplicates/{one}/{other}/apart")
    ResponseEntity<byte[]> tellApart(HttpServletRequest request, @PathVariable UUID one, @PathVariable UUID other) {
        return with(request, one, other, (a, b) -> {
            merging.tellApart(one, other);
            return DuplicatesPage.see("apart");
        });
    }

    @PostMapping("/secretary/duplicates/{one}/{other}/doubt")
    ResponseEntity<byte[]> doubt(HttpServletRequest request, @PathVariable UUID one, @PathVariable UUID other) {
        return with(request, one, other, (a, b) -> {
            merging.doubtAgain(one, other);
            return DuplicatesPage.see("doubted");
        });
    }

    private ResponseEntity<byte[]> with(
            HttpServletRequest request,
            UUID one,
            UUID other,
            BiFunction<Patient, Patient, ResponseEntity<byte[]>> answer) {
        Optional<Patient> first = access.patient(one);
        Optional<Patient> second = access.patient(other);
        return first.isEmpty() || second.isEmpty() || one.equals(other)
                ? screens.show(request, DayBoardPage.ABSENT)
                : answer.apply(first.get(), second.get());
    }

    private ResponseEntity<byte[]> page(
            HttpServletRequest request,
            int status,
            Patient one,
            Patient other,
            @Nullable CompareForm form,
            @Nullable String refusal) {
        return screens.show(
                request,
                HttpStatusCode.valueOf(status),
                "desk/secretary/duplicates/compare.jte",
                comparing.compare(one, other, form, refusal));
    }
}
