package fr.quartdheure.desk.ui;

/** One entry of the navigation. */
public record Link(String href, String textKey, boolean current) {}
