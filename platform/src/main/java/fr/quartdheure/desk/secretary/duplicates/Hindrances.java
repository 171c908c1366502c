package fr.quartdheure.desk.secretary.duplicates;

import fr.quartdheure.desk.secretary.DeskAccess;
import fr.quartdheure.directory.Site;
import fr.quartdheure.directory.Sites;
import fr.quartdheure.patient.Obstacle;
import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.scheduling.Appointments;
import java.util.List;
import org.springframework.stereotype.Component;

/** Puts what is in the way into hours and places that somebody can act on. */
@Component
class Hindrances {

    private final DeskAccess access;
    private final Appointments appointments;
    private final Sites sites;

    Hindrances(DeskAccess access, Appointments appointments, Sites sites) {
        this.access = access;
        this.appointments = appointments;
        this.sites = sites;
    }

    List<Hindrance> of(List<Obstacle> obstacles) {
        return obstacles.stream()
                .map(obstacle -> new Hindrance(
                        obstacle.kind(),
                        obstacle.ids().stream()
                                .flatMap(id -> appointments.find(id).stream())
                                .map(this::hour)
                                .toList()))
                .toList();
    }

    private Hindrance.Hour hour(Appointment appointment) {
        boolean ours = access.appointment(appointment.id()).isPresent();
        return new Hindrance.Hour(
                appointment.start(),
                sites.find(appointment.siteId()).map(Site::name).orElse(""),
                ours ? "/secretary/appointments/" + appointment.id() : null);
    }
}
