package fr.quartdheure.desk.secretary;

import fr.quartdheure.account.CurrentAccount;
import fr.quartdheure.account.Grant;
import fr.quartdheure.account.Role;
import fr.quartdheure.account.SignedIn;
import fr.quartdheure.cpts.CommunityWindows;
import fr.quartdheure.directory.Provenance;
import fr.quartdheure.directory.Site;
import fr.quartdheure.directory.Sites;
import fr.quartdheure.patient.Patient;
import fr.quartdheure.patient.Patients;
import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.scheduling.Appointments;
import fr.quartdheure.scheduling.Slot;
import fr.quartdheure.scheduling.Slots;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the person at this desk may see and do; whatever is empty or false here is a page that does not exist. */
@Component
public class DeskAccess {

    private final Sites sites;
    private final Slots slots;
    private final Appointments appointments;
    private final Patients patients;
    private final CommunityWindows community;

    DeskAccess(Sites sites, Slots slots, Appointments appointments, Patients patients, CommunityWindows community) {
        this.sites = sites;
        this.slots = slots;
        this.appointments = appointments;
        this.patients = patients;
        this.community = community;
    }

    /** The sites she serves, by name. */
    public List<Site> sites() {
        Map<UUID, Site> served = new LinkedHashMap<>();
        sites.ofOrganizations(grants().stream()
                        .map(Grant::organizationId)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()))
                .forEach(site -> served.put(site.id(), site));
        List<UUID> single = grants().stream()
                .map(Grant::siteId)
                .filter(Objects::nonNull)
                .filter(id -> !served.containsKey(id))
                .toList();
        if (!single.isEmpty()) {
            served.putAll(sites.listByIds(single));
        }
        return served.values().stream()
                .filter(site -> site.origin() != Provenance.IMPORT)
                .sorted(Comparator.comparing(Site::name))
                .toList();
    }

    public Optional<Site> site(UUID siteId) {
        return sites.find(siteId).filter(this::serves);
    }

    boolean serves(Site site) {
        SignedIn who = CurrentAccount.get();
        return who.has(Role.SECRETARY, site.id(), site.organizationId())
                || who.has(Role.COORDINATOR, site.id(), site.organizationId());
    }

    /** A slot of her sites, or of an unscheduled window that another organisation or her community shares with hers. */
    public Optional<Slot> slot(UUID slotId) {
        return slots.find(slotId).filter(slot -> site(slot.siteId()).isPresent() || isShared(slot.id()));
    }

    /** An appointment at her sites, or one in a shared window for somebody whom her organisation knows. */
    public Optional<Appointment> appointment(UUID id) {
        return appointments.find(id).filter(this::mayActOn);
    }

    /** Somebody known to the organisations she serves. */
    public Optional<Patient> patient(UUID id) {
        return patients.findKnownAt(organizations(), id);
    }

    public Set<UUID> organizations() {
        return organizations(sites());
    }

    public static Set<UUID> organizations(Collection<Site> served) {
        return served.stream().map(Site::organizationId).collect(Collectors.toSet());
    }

    /** The role in which she acts at a site, for the trace. */
    public static String roleAt(Site site) {
        return CurrentAccount.get().has(Role.SECRETARY, site.id(), site.organizationId())
                ? Role.SECRETARY.code()
                : Role.COORDINATOR.code();
    }

    private boolean mayActOn(Appointment appointment) {
        if (site(appointment.siteId()).isPresent()) {
            return true;
        }
        UUID slotId = appointment.slotId();
        UUID patientId = appointment.patientId();
        return slotId != null
                && patientId != null
                && isShared(slotId)
                && patient(patientId).isPresent();
    }

    private boolean isShared(UUID slotId) {
        List<Site> served = sites();
        return slots.isSharedWith(organizations(served), slotId)
                || community.isOpenTo(served.stream().map(Site::id).toList(), slotId);
    }

    private static List<Grant> grants() {
        return CurrentAccount.get().grants().stream()
                .filter(grant -> grant.role() == Role.SECRETARY || grant.role() == Role.COORDINATOR)
                .toList();
    }
}
