package fr.quartdheure.desk.patient;

import fr.quartdheure.directory.Practitioner;
import fr.quartdheure.directory.Reason;
import fr.quartdheure.directory.Service;
import fr.quartdheure.directory.Site;
import fr.quartdheure.scheduling.Appointment;

/** An appointment with everything a person needs to know of it. */
public record BookedView(
        Appointment appointment, Site site, Practitioner practitioner, Service service, Reason reason) {}
