package fr.quartdheure.patient;

import java.util.List;
import java.util.UUID;

/**
 * What one module keeps of people, so that two records of one person become one, and two again. Each module that refers
 * to people provides a bean; all is called in the transaction of the act.
 */
public interface PersonalLinks {

    /** The name under which its links are kept. */
    String module();

    /** Waits for acts on these two that hold locks of the module; called before their records are locked. */
    default void lock(UUID one, UUID other) {}

    /** What must be settled before the two can be one. */
    default List<Obstacle> obstacles(UUID kept, UUID gone) {
        return List.of();
    }

    /** Everything of the one that goes now belongs to the one that stays, and is told, row by row. */
    List<MovedLink> move(Patient kept, UUID gone);

    /** What must be settled before these rows can go back. */
    default List<Obstacle> obstaclesToReturn(UUID kept, List<MovedLink> moved) {
        return List.of();
    }

    /** Puts these rows back as they were; what has been deleted since stays so. */
    void giveBack(UUID kept, UUID gone, List<MovedLink> moved);

    /** Whether an organisation still cares for somebody, by what the module keeps. */
    default boolean isCaredForBy(UUID organization, UUID person) {
        return false;
    }
}
