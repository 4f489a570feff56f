package org.photobridge.simulator.directory;

/** What a person is called; the display name is its own field in the directory and may differ wildly. */
public record PersonName(String given, String surname, String display) {}
