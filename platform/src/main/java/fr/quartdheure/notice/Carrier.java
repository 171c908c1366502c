package fr.quartdheure.notice;

import fr.quartdheure.account.Channel;

/** Takes messages of one channel to the people. */
interface Carrier {

    Channel channel();

    /** Whether messages may be taken from the outbox now; otherwise they wait there. */
    boolean ready();

    Delivery carry(QueuedMessage message);
}
