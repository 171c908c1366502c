package fr.quartdheure.desk.patient;

import fr.quartdheure.directory.Practitioner;
import fr.quartdheure.directory.Reason;
import fr.quartdheure.directory.Service;
import fr.quartdheure.directory.Site;
import fr.quartdheure.reception.SiteRule;
import fr.quartdheure.scheduling.Appointment;

/**
 * An appointment with everything a person needs to know of it.
 *
 * @param rule what the site says of missed appointments
 */
public record BookedView(
        Appointment appointment, Site site, Practitioner practitioner, Service service, Reason reason, SiteRule rule) {}
