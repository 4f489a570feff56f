package org.photobridge.portal.security;

import jakarta.security.enterprise.credential.Credential;
import java.util.Set;

/** Somebody whom an OpenID provider has vouched for and whom the portal has admitted: nothing is left to check. */
record ProvenCredential(String name, Set<Role> roles) implements Credential {}
