package org.photobridge.portal.security;

import java.util.Optional;

/** What an admin gives for an account: its name counts for a new one only. */
public record UserInput(String name, String displayName, Role role, Optional<PeopleLimit> limit) {}
