package org.photobridge.portal.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Users that no database keeps, one of them from a provider at most: JPA needs a server. */
final class UsersInMemory extends PortalUserRepository {
    private final List<PortalUser> users = new ArrayList<>();

    @Override
    Optional<PortalUser> find(String name) {
        return users.stream()
                .filter(user -> user.name().equals(PortalUserRepository.canonical(name)))
                .findFirst();
    }

    @Override
    Optional<PortalUser> external(String provider, String subject) {
        return users.stream().filter(PortalUser::isExternal).findFirst();
    }

    @Override
    List<PortalUser> all() {
        return List.copyOf(users);
    }

    @Override
    void add(PortalUser user) {
        users.add(user);
    }
}
