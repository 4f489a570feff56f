package org.photobridge.portal.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.photobridge.portal.audit.Actor;
import org.photobridge.portal.audit.Audit;
import org.photobridge.portal.audit.AuditEntry;
import org.photobridge.spi.Secret;

/**
 * The tokens by which programs call the API; only their digests are stored.
 *
 * <p>A token is any hard to guess text of at least {@value #SHORTEST} characters; its first {@value #PREFIX} tell which
 * one it is, so that it can be named in lists and logs.
 */
@ApplicationScoped
@Transactional
public class ApiTokens {
    public static final int SHORTEST = 24;
    public static final int LONGEST = 200;
    public static final int PREFIX = 8;

    private final DataSource dataSource;
    private final TokenOwners owners;
    private final Audit audit;
    private final Clock clock;

    /** For the container's proxy only. */
    protected ApiTokens() {
        this(null, null, null, null);
    }

    @Inject
    ApiTokens(DataSource dataSource, TokenOwners owners, Audit audit, Clock clock) {
        this.dataSource = dataSource;
        this.owners = owners;
        this.audit = audit;
        this.clock = clock;
    }

    /** What is wrong with a text as a token; empty if nothing is. */
    public static Optional<String> problem(String token) {
        if (token.length() < SHORTEST || token.length() > LONGEST) {
            return Optional.of("A token has " + SHORTEST + " to " + LONGEST + " characters.");
        }
        return token.matches("[\\x21-\\x7e]+")
                ? Optional.empty()
                : Optional.of("A token has printable ASCII characters only, and no space.");
    }

    /**
     * Stores a token without an owner; no other one may have the same beginning or, as long as it isn't revoked, the
     * same name.
     *
     * @param expiresAt when it is refused; empty for never
     */
    public void add(String name, Secret token, Set<Role> roles, Optional<Instant> expiresAt) {
        Access.require(Role.ADMIN);
        String text = token.reveal();
        problem(text).ifPresent(words -> {
            throw new IllegalArgumentException(words);
        });
        String creator = Caller.current().actor().name();
        new ApiTokenRepository(dataSource)
                .add(
                        new ApiTokenRepository.Row(
                                prefix(token),
                                digest(token),
                                name,
                                roles,
                                Optional.empty(),
                                expiresAt,
                                Optional.empty()),
                        creator,
                        clock.instant());
        audit.record(AuditEntry.of("token.created", new AuditEntry.Subject("token", prefix(token), name))
                .change(
                        "",
                        "roles=" + Role.toText(roles) + ", expires="
                                + expiresAt.map(Instant::toString).orElse("never")));
    }

    /** Whether a token that isn't revoked is called so: audit and runs tell tokens apart by their names. */
    public boolean isNameTaken(String name) {
        return new ApiTokenRepository(dataSource).isNameTaken(name);
    }

    public boolean isPrefixTaken(Secret token) {
        return token.reveal().length() >= PREFIX && new ApiTokenRepository(dataSource).isTaken(prefix(token));
    }

    /** Whose token this is; empty if it isn't one, or no longer. */
    public Optional<Caller> verify(Secret token, Optional<String> address) {
        if (problem(token.reveal()).isPresent()) {
            return Optional.empty();
        }
        ApiTokenRepository tokens = new ApiTokenRepository(dataSource);
        Optional<Caller> caller = tokens.find(prefix(token), clock.instant())
                .filter(known -> isEqual(known.digest(), digest(token)))
                .flatMap(known -> caller(known, address));
        caller.ifPresent(known -> tokens.used(prefix(token), clock.instant()));
        return caller;
    }

    /** A token may never do more than its owner may now, nor see more people. */
    private Optional<Caller> caller(ApiTokenRepository.Row token, Optional<String> address) {
        Actor actor = Actor.token(token.name());
        if (token.owner().isEmpty()) {
            return Optional.of(new Caller(actor, token.roles(), address, token.limit()));
        }
        return owners.standingBehind(token.owner().get())
                .filter(owner -> !contradict(owner.limit(), token.limit()))
                .map(owner -> new Caller(
                        actor,
                        Role.common(token.roles(), owner.roles()),
                        address,
                        owner.limit().or(token::limit)));
    }

    /** Who is in both of two groups isn't known, so the only safe answer is nobody. */
    private static boolean contradict(Optional<PeopleLimit> one, Optional<PeopleLimit> other) {
        return one.isPresent() && other.isPresent() && !one.get().isOfSameGroup(other.get());
    }

    private static boolean isEqual(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }

    /** Forty-three characters that stand for 256 random bits. */
    static Secret generate() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Secret.of(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    static String prefix(Secret token) {
        return token.reveal().substring(0, PREFIX);
    }

    static String digest(Secret token) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(token.reveal().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
