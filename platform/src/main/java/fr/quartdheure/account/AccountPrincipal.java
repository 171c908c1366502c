package fr.quartdheure.account;

import fr.quartdheure.audit.Actor;
import java.io.Serializable;

/** What the session holds of a person who signed in. */
interface AccountPrincipal extends Actor, Serializable {
    SignedIn account();
}
