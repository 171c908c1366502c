package fr.quartdheure.desk.patient;

import fr.quartdheure.directory.Practitioners;
import fr.quartdheure.directory.Service;
import fr.quartdheure.directory.Services;
import fr.quartdheure.directory.Sites;
import fr.quartdheure.reception.SiteRules;
import fr.quartdheure.scheduling.Appointment;
import org.springframework.stereotype.Component;

/** Gathers what belongs to an appointment from the directory. */
@Component
class BookedViews {

    private final Sites sites;
    private final Practitioners practitioners;
    private final Services services;
    private final SiteRules rules;

    BookedViews(Sites sites, Practitioners practitioners, Services services, SiteRules rules) {
        this.sites = sites;
        this.practitioners = practitioners;
        this.services = services;
        this.rules = rules;
    }

    BookedView of(Appointment appointment) {
        Service service = services.find(appointment.service()).orElseThrow();
        return new BookedView(
                appointment,
                sites.find(appointment.siteId()).orElseThrow(),
                practitioners.find(appointment.practitionerId()).orElseThrow(),
                service,
                service.reason(appointment.reason())
                        .orElseGet(() -> service.reasons().getFirst()),
                rules.of(appointment.siteId()));
    }
}
