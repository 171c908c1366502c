package fr.quartdheure.account;

/** Why a password is not accepted. */
public enum PasswordWeakness {
    /** Under 12 characters. */
    TOO_SHORT,
    /** Over 200 characters: hashing it would be a way to keep the server busy. */
    TOO_LONG,
    /** Among the first that anybody tries, or hardly more than one character repeated. */
    COMMON,
    /** Contains the login. */
    CONTAINS_LOGIN
}
