package fr.quartdheure.notice;

import fr.quartdheure.account.Channel;

/** Wakes the sender of a channel once the message is committed. */
record MessageQueued(Channel channel) {}
