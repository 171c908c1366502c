package fr.quartdheure.wire;

/** Names that the French interoperability framework gives to code systems, identifiers and extensions. */
public final class Codes {

    public static final String SAS_FR = "http://sas.fr/fhir/StructureDefinition/";
    public static final String ESANTE = "https://interop.esante.gouv.fr/ig/fhir/sas/StructureDefinition/";

    /** National numbers of persons: 8 + RPPS. */
    public static final String PERSONS = "urn:oid:1.2.250.1.71.4.2.1";
    /** National numbers of structures: 1 + FINESS, 3 + SIRET, 4 + RPPS and rank. */
    public static final String STRUCTURES = "urn:oid:1.2.250.1.71.4.2.2";

    /** Numbers that the national platform gives, and itself as a source. */
    public static final String PLATFORM = "urn:oid:1.2.250.1.213.3.6";

    public static final String IDENTIFIER_TYPE = "http://interopsante.org/fhir/CodeSystem/fr-v2-0203";
    public static final String LOCATION_IDENTIFIER_TYPE =
            "http://interopsante.org/fhir/CodeSystem/fr-location-identifier-type";
    public static final String CORE_IDENTIFIER_TYPE = "https://hl7.fr/ig/fhir/core/CodeSystem/fr-core-cs-v2-0203";
    public static final String SLOT_TYPE =
            "https://mos.esante.gouv.fr/NOS/TRE_R314-TypeCreneau/FHIR/TRE-R314-TypeCreneau";
    public static final String SPECIALTY =
            "https://mos.esante.gouv.fr/NOS/TRE_R38-SpecialiteOrdinale/FHIR/TRE-R38-SpecialiteOrdinale";
    public static final String PROFESSION =
            "https://mos.esante.gouv.fr/NOS/TRE_G15-ProfessionSante/FHIR/TRE-G15-ProfessionSante";
    public static final String STRUCTURE_CATEGORY =
            "https://mos.esante.gouv.fr/NOS/TRE_R66-CategorieEtablissement/FHIR/TRE-R66-CategorieEtablissement";
    public static final String ACT = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
    public static final String APPOINTMENT_REASON = "http://terminology.hl7.org/CodeSystem/v2-0276";
    public static final String SERVICE_TYPE_REFERENCE =
            "http://hl7.org/fhir/5.0/StructureDefinition/extension-Slot.serviceType";

    public static final String OPERATOR = "http://interopsante.org/fhir/StructureDefinition/FrAppointmentOperator";

    /** TRE_R66: a territorial community of professionals. */
    public static final String CPTS = "604";

    private Codes() {}
}
