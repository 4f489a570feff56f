package org.photobridge.portal.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.photobridge.portal.audit.Audit;
import org.photobridge.portal.audit.AuditEntry;
import org.photobridge.portal.security.ApiTokenRepository.Row;
import org.photobridge.portal.security.ApiTokenRepository.Stored;
import org.photobridge.spi.Secret;

/** Gives out API tokens and takes them back. */
@ApplicationScoped
@Transactional
public class ApiTokenService {
    private static final int LONGEST_NAME = 100;

    @Inject
    private DataSource dataSource;

    @Inject
    private PortalUserRepository users;

    @Inject
    private TokenOwners standing;

    @Inject
    private Event<LimitWanted> limitWanted;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    public List<ApiTokenView> list() {
        Access.require(Role.ADMIN);
        Set<String> good = users.all().stream()
                .filter(standing::isStanding)
                .map(PortalUser::name)
                .collect(Collectors.toSet());
        return tokens().all().stream()
                .map(token -> ApiTokenView.of(token, good::contains, clock.instant()))
                .toList();
    }

    /** Names of those who may own a token: a disabled owner's tokens are refused. */
    public List<String> owners() {
        Access.require(Role.ADMIN);
        return users.all().stream()
                .filter(PortalUser::isEnabled)
                .map(PortalUser::name)
                .toList();
    }

    /** @return the token, which nobody can read again */
    public Secret create(ApiTokenInput input) {
        Access.require(Role.ADMIN);
        List<FieldTrouble> troubles = problems(input);
        if (!troubles.isEmpty()) {
            throw new RefusedChangeException(troubles);
        }
        Access.require(input.role());
        Secret token = ApiTokens.generate();
        Row row = new Row(
                ApiTokens.prefix(token),
                ApiTokens.digest(token),
                input.name().strip(),
                Set.of(input.role()),
                Optional.of(input.owner()),
                input.goodFor().map(Moment.of(clock)::plus),
                input.limit());
        tokens().add(row, Caller.current().actor().name(), Moment.of(clock));
        input.limit().map(LimitWanted::new).ifPresent(limitWanted::fire);
        audit.record(entry("token.created", row).change("", words(row)));
        return token;
    }

    public void revoke(long id) {
        Access.require(Role.ADMIN);
        Stored token = tokens().find(id).orElseThrow(() -> new RefusedChangeException("name", "tokens.gone"));
        tokens().revoke(token.row().prefix(), clock.instant());
        audit.record(entry("token.revoked", token.row()));
    }

    private List<FieldTrouble> problems(ApiTokenInput input) {
        List<FieldTrouble> troubles = new ArrayList<>();
        String name = input.name().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            troubles.add(new FieldTrouble("name", "tokens.name.bad"));
        } else if (tokens().isNameTaken(name)) {
            troubles.add(new FieldTrouble("name", "tokens.name.taken"));
        }
        if (!owners().contains(input.owner())) {
            troubles.add(new FieldTrouble("owner", "tokens.owner.bad"));
        }
        limitProblem(input).ifPresent(key -> troubles.add(new FieldTrouble("limit", key)));
        return troubles;
    }

    /** A limited owner's token sees what its owner sees, so another limit would be a false promise. */
    private Optional<String> limitProblem(ApiTokenInput input) {
        if (input.limit().isEmpty()) {
            return Optional.empty();
        }
        if (input.role().includes(Role.ADMIN)) {
            return Optional.of("limit.admin");
        }
        return users.find(input.owner())
                .flatMap(PortalUser::limit)
                .filter(owners -> !owners.isOfSameGroup(input.limit().get()))
                .map(owners -> "tokens.limit.owner");
    }

    private ApiTokenRepository tokens() {
        return new ApiTokenRepository(dataSource);
    }

    private static String words(Row row) {
        return "role=" + Role.toText(row.roles()) + ", owner=" + row.owner().orElse("none") + ", expires="
                + row.expiresAt().map(Object::toString).orElse("never") + ", limit="
                + row.limit().map(PeopleLimit::groupName).orElse("none");
    }

    private static AuditEntry entry(String action, Row row) {
        return AuditEntry.of(action, new AuditEntry.Subject("token", row.prefix(), row.name()));
    }
}
