package org.photobridge.simulator.directory;

/** Where and as what somebody works; any field may be empty. */
public record Work(String department, String jobTitle, String office, String country, String employeeId) {}
