package org.photobridge.portal.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
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

    @Inject
    private DataSource dataSource;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    /** What is wrong with a text as a token; empty if nothing is. */
    public static Optional<String> problem(String token) {
        if (token.length() < SHORTEST || token.length() > LONGEST) {
            return Optional.of("A token has " + SHORTEST + " to " + LONGEST + " characters.");
        }
        return token.matches("[\\x21-\\x7e]+")
                ? Optional.empty()
                : Optional.of("A token has printable ASCII characters only, and no space.");
    }

    /** Stores a token; no other one may have the same beginning. */
    public void add(String name, Secret token, Set<Role> roles) {
        Access.require(Role.ADMIN);
        String text = token.reveal();
        problem(text).ifPresent(words -> {
            throw new IllegalArgumentException(words);
        });
        String creator = Caller.current().actor().name();
        new ApiTokenRepository(dataSource)
                .add(
                        new ApiTokenRepository.Row(prefix(text), digest(text), name, roles, Optional.empty()),
                        creator,
                        clock.instant());
        audit.record(AuditEntry.of("token.created", new AuditEntry.Subject("token", prefix(text), name))
                .change("", "roles=" + Role.toText(roles)));
    }

    public boolean isPrefixTaken(Secret token) {
        return token.reveal().length() >= PREFIX
                && new ApiTokenRepository(dataSource)
                        .find(prefix(token.reveal()), clock.instant())
                        .isPresent();
    }

    /** Whose token this is; empty if it isn't one, or no longer. */
    public Optional<Caller> verify(Secret token, Optional<String> address) {
        String text = token.reveal();
        if (problem(text).isPresent()) {
            return Optional.empty();
        }
        ApiTokenRepository tokens = new ApiTokenRepository(dataSource);
        Optional<ApiTokenRepository.Row> row =
                tokens.find(prefix(text), clock.instant()).filter(known -> isEqual(known.digest(), digest(text)));
        row.ifPresent(known -> tokens.used(known.prefix(), clock.instant()));
        return row.map(known -> new Caller(Actor.token(known.name()), known.roles(), address, known.limit()));
    }

    private static boolean isEqual(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }

    private static String prefix(String token) {
        return token.substring(0, PREFIX);
    }

    private static String digest(String token) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
