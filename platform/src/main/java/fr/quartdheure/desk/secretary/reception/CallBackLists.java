package fr.quartdheure.desk.secretary.reception;

import fr.quartdheure.desk.secretary.Errand;
import fr.quartdheure.desk.secretary.PatientCard;
import fr.quartdheure.desk.secretary.reception.CallBackList.Row;
import fr.quartdheure.directory.Site;
import fr.quartdheure.reception.CallBack;
import fr.quartdheure.reception.CallBacks;
import fr.quartdheure.reception.Clerk;
import fr.quartdheure.time.Paris;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Draws the list of call-backs with the names of those who wait. */
@Component
class CallBackLists {

    private static final String SAID = "added|taken|taken-by|given-back|noted|done|given-up|undone|over";

    private final ReceptionDesk desk;
    private final Menus menus;
    private final CallBacks callBacks;
    private final People people;
    private final Clock clock;

    CallBackLists(ReceptionDesk desk, Menus menus, CallBacks callBacks, People people, Clock clock) {
        this.desk = desk;
        this.menus = menus;
        this.callBacks = callBacks;
        this.people = people;
        this.clock = clock;
    }

    CallBackList draw(Standing at, String said, @Nullable UUID about, CallForm typed) {
        Instant now = clock.instant();
        LocalDate today = Paris.dayOf(now);
        List<CallBack> toDo = callBacks.listToDo(at.ids());
        List<CallBack> done = callBacks.listDone(at.ids(), Paris.startOf(today));
        Map<UUID, PatientCard> cards =
                people.cards(Stream.concat(toDo.stream(), done.stream()).map(CallBack::patientId));
        desk.trace(at.one(), cards.keySet(), "call-backs");
        return new CallBackList(
                menus.of(at, "call-backs"),
                rows(at, toDo, cards, now),
                rows(at, done, cards, now),
                said.matches(SAID) ? said : null,
                about,
                taker(toDo, about),
                typed,
                today,
                soon(now));
    }

    private static @Nullable String taker(List<CallBack> toDo, @Nullable UUID about) {
        return toDo.stream()
                .filter(one -> one.id().equals(about))
                .map(CallBack::takenBy)
                .filter(Objects::nonNull)
                .map(Clerk::name)
                .findFirst()
                .orElse(null);
    }

    /** Two hours from now, or the last hour of the day. */
    private static LocalTime soon(Instant now) {
        LocalTime hour = now.atZone(Paris.ZONE).toLocalTime().truncatedTo(ChronoUnit.HOURS);
        return hour.getHour() >= 21 ? LocalTime.of(23, 30) : hour.plusHours(2);
    }

    private List<Row> rows(Standing at, List<CallBack> all, Map<UUID, PatientCard> cards, Instant now) {
        Map<UUID, String> sites = at.served().stream().collect(Collectors.toMap(Site::id, Site::name));
        UUID me = desk.clerk().accountId();
        return all.stream()
                .map(one -> {
                    PatientCard card = cards.get(one.patientId());
                    Clerk taker = one.takenBy();
                    return new Row(
                            one,
                            card == null ? Objects.requireNonNullElse(one.who(), "") : card.name(),
                            People.phoneShown(one.phone()),
                            Objects.requireNonNullElse(sites.get(one.siteId()), ""),
                            one.isOverdue(now),
                            taker != null && taker.accountId().equals(me),
                            card == null ? null : new Errand(one.siteId(), Paris.dayOf(now), card.id(), null).board());
                })
                .toList();
    }
}
