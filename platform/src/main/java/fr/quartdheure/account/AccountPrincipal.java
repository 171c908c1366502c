package fr.quartdheure.account;

/** What the session holds of a person who signed in. */
interface AccountPrincipal {
    SignedIn account();
}
