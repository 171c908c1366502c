package fr.quartdheure.wire;

import org.springframework.http.HttpStatus;

/**
 * A request that this interface refuses: the type names the reason (message {@code fhir.outcome.<type>}), the arguments
 * complete its sentence.
 */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final int SHOWN = 80;

    private final HttpStatus status;
    private final String issue;
    private final String type;
    private final String where;
    private final transient Object[] arguments;

    private Refused(HttpStatus status, String issue, String type, String where, Object... arguments) {
        super(type);
        this.status = status;
        this.issue = issue;
        this.type = type;
        this.where = where;
        this.arguments = arguments;
    }

    /** Something that cannot be read: 400. @param where the parameter or element */
    public static Refused malformed(String type, String where, Object... arguments) {
        return new Refused(HttpStatus.BAD_REQUEST, "invalid", type, where, arguments);
    }

    /** Something required that is not there: 400. */
    public static Refused missing(String type, String where, Object... arguments) {
        return new Refused(HttpStatus.BAD_REQUEST, "required", type, where, arguments);
    }

    /** Something that can be read and breaks a rule: 422. */
    public static Refused rule(String type, String where, Object... arguments) {
        return new Refused(HttpStatus.UNPROCESSABLE_CONTENT, "business-rule", type, where, arguments);
    }

    /** What somebody else already has: 422, as the guide wants it of rules. */
    public static Refused duplicate(String type, String where) {
        return new Refused(HttpStatus.UNPROCESSABLE_CONTENT, "duplicate", type, where);
    }

    /** A body of a type that is not read: 415. */
    public static Refused type(String type) {
        return new Refused(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "not-supported", type, "");
    }

    /** Something that is not there: 404. */
    public static Refused absent(String type, Object... arguments) {
        return new Refused(HttpStatus.NOT_FOUND, "not-found", type, "", arguments);
    }

    /** An answer in a format that there is not: 406. */
    public static Refused format(String where, String asked) {
        return new Refused(HttpStatus.NOT_ACCEPTABLE, "not-supported", "format-unsupported", where, shown(asked));
    }

    /** What only known callers are given, and nobody said who asks: 401. */
    public static Refused unidentified() {
        return new Refused(HttpStatus.UNAUTHORIZED, "login", "token-missing", "");
    }

    /** What this caller may not do: 403. */
    public static Refused denied(String type, Object... arguments) {
        return new Refused(HttpStatus.FORBIDDEN, "forbidden", type, "", arguments);
    }

    /** What cannot be done to anything here: 405. */
    public static Refused method(String type) {
        return new Refused(HttpStatus.METHOD_NOT_ALLOWED, "not-supported", type, "");
    }

    /** What does not go with what is there: 409. */
    public static Refused conflict(String type, String where, Object... arguments) {
        return new Refused(HttpStatus.CONFLICT, "duplicate", type, where, arguments);
    }

    /** A change of something that has changed since the caller saw it: 412. */
    public static Refused outdated(String type, Object... arguments) {
        return new Refused(HttpStatus.PRECONDITION_FAILED, "conflict", type, "", arguments);
    }

    /** A body that is too long to be read: 413. */
    public static Refused tooLarge(int kilobytes) {
        return new Refused(HttpStatus.CONTENT_TOO_LARGE, "too-long", "body-too-large", "", kilobytes);
    }

    /** The caller's own words, cut short. */
    public static String shown(String text) {
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }

    public HttpStatus status() {
        return status;
    }

    /** Code of the list issue-type. */
    public String issue() {
        return issue;
    }

    public String type() {
        return type;
    }

    public String where() {
        return where;
    }

    public Object[] arguments() {
        return arguments;
    }
}
