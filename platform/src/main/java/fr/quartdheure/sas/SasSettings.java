package fr.quartdheure.sas;

import fr.quartdheure.wire.Codes;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the national platform may change between two editions of its guide.
 *
 * @param withoutMtls serves it on the main port without client certificates
 * @param zeroOffsetIsParis the national platform writes Paris time with the offset +00:00
 * @param practitioners most practitioners of one search
 * @param days longest period of one search
 */
@ConfigurationProperties("quartdheure.sas")
record SasSettings(
        @DefaultValue("false") boolean withoutMtls,
        @DefaultValue("true") boolean zeroOffsetIsParis,
        @DefaultValue("25") int practitioners,
        @DefaultValue("31") int days,
        @DefaultValue Profiles profiles) {

    /** The one profile that each resource declares. */
    record Profiles(
            @DefaultValue(Codes.SAS_FR + "BundleAgregateur") String bundle,
            @DefaultValue(Codes.SAS_FR + "FrSlotAgregateur") String slot,

            @DefaultValue(Codes.SAS_FR + "FrScheduleAgregateur")
            String schedule,

            @DefaultValue(Codes.SAS_FR + "FrPractitionerAgregateur")
            String practitioner,

            @DefaultValue(Codes.SAS_FR + "FrPractitionerRoleExerciceAgregateur")
            String role,

            @DefaultValue(Codes.SAS_FR + "FrLocationAgregateur")
            String location,

            @DefaultValue(Codes.ESANTE + "sas-cpts-bundle-aggregator")
            String cptsBundle,

            @DefaultValue(Codes.ESANTE + "sas-cpts-slot-aggregator")
            String cptsSlot,

            @DefaultValue(Codes.ESANTE + "sas-cpts-healthcareservice-aggregator")
            String cptsService,

            @DefaultValue(Codes.ESANTE + "sas-cpts-organization-aggregator")
            String cptsOrganization,

            @DefaultValue(Codes.ESANTE + "FrPractitionerRegul")
            String regulator,

            @DefaultValue(Codes.SAS_FR + "FrAppointmentSAS") String appointment) {}
}
