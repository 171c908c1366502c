package fr.quartdheure.desk.secretary;

import fr.quartdheure.patient.Patients;
import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.scheduling.Appointments;
import fr.quartdheure.scheduling.BlockedTimes;
import fr.quartdheure.scheduling.Participants;
import fr.quartdheure.scheduling.Slots;
import fr.quartdheure.time.Period;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads the agendas of sites in a handful of queries, however many people work there. */
@Component
public class AgendaReading {

    private final Slots slots;
    private final Appointments appointments;
    private final BlockedTimes blockedTimes;
    private final Participants participants;
    private final Patients patients;

    AgendaReading(
            Slots slots,
            Appointments appointments,
            BlockedTimes blockedTimes,
            Participants participants,
            Patients patients) {
        this.slots = slots;
        this.appointments = appointments;
        this.blockedTimes = blockedTimes;
        this.participants = participants;
        this.patients = patients;
    }

    public AgendaRead read(Collection<UUID> sites, Period period) {
        List<Appointment> booked = appointments.listOfSites(sites, period.start(), period.end());
        return new AgendaRead(
                slots.listOfSites(sites, period.start(), period.end()),
                booked,
                blockedTimes.listOfSites(sites, period.start(), period.end()),
                participants.listOf(booked.stream().map(Appointment::id).toList()),
                patients.listByIds(booked.stream()
                        .map(Appointment::patientId)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet())));
    }
}
