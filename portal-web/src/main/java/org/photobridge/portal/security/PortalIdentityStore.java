package org.photobridge.portal.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Set;
import java.util.stream.Collectors;

/** Offers the portal's users to the container's sign-in. */
@ApplicationScoped
class PortalIdentityStore implements IdentityStore {
    @Inject
    private SignInService signIn;

    @Override
    public CredentialValidationResult validate(Credential credential) {
        if (credential instanceof ProvenCredential proven) {
            return new CredentialValidationResult(proven.name(), names(proven.roles()));
        }
        if (!(credential instanceof UsernamePasswordCredential given)) {
            return CredentialValidationResult.NOT_VALIDATED_RESULT;
        }
        String name = PortalUserRepository.canonical(given.getCaller());
        return signIn.verify(name, given.getPassword().getValue())
                .map(roles -> new CredentialValidationResult(name, names(roles)))
                .orElse(CredentialValidationResult.INVALID_RESULT);
    }

    private static Set<String> names(Set<Role> roles) {
        return roles.stream().map(Role::name).collect(Collectors.toSet());
    }
}
