package fr.quartdheure.scheduling;

/** Scheduled care, or unscheduled (SNP): windows that open the same day or shortly before. */
public enum Kind {
    SCHEDULED("scheduled"),
    UNSCHEDULED("unscheduled");

    private final String code;

    Kind(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    static Kind of(String code) {
        return SCHEDULED.code.equals(code) ? SCHEDULED : UNSCHEDULED;
    }
}
