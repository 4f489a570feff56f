package org.photobridge.portal.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import java.util.Set;
import org.photobridge.spi.Account;
import org.photobridge.spi.EligibilityFact;
import org.photobridge.spi.IdentifierType;

/** Stores an account as the source gave it, so that a later call needs no new listing. */
public final class AccountJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private record Stored(
            String id,
            String name,
            Map<IdentifierType, String> identifiers,
            Map<String, String> attributes,
            Set<EligibilityFact> facts) {}

    private AccountJson() {}

    public static String write(Account account) {
        Stored stored = new Stored(
                account.id(), account.displayName(), account.identifiers(), account.attributes(), account.facts());
        try {
            return MAPPER.writeValueAsString(stored);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An account can't be written as JSON: " + account, e);
        }
    }

    public static Account read(String json) {
        try {
            return account(MAPPER.readValue(json, Stored.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored account can't be read", e);
        }
    }

    private static Account account(Stored stored) {
        Account account = Account.of(stored.id(), stored.name());
        for (Map.Entry<IdentifierType, String> entry : stored.identifiers().entrySet()) {
            account = account.identifiedBy(entry.getKey(), entry.getValue());
        }
        for (Map.Entry<String, String> entry : stored.attributes().entrySet()) {
            account = account.with(entry.getKey(), entry.getValue());
        }
        return account.withFacts(stored.facts());
    }
}
