package fr.quartdheure.scheduling;

/**
 * How much stands in the agendas for one person, wherever it is.
 *
 * @param coming appointments that have not begun
 * @param past those that have, and those that were cancelled
 */
public record AgendaCount(int coming, int past) {}
