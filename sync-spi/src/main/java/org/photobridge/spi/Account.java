package org.photobridge.spi;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A person as the source lists them. Every method that adds something returns a changed copy.
 *
 * <p>All texts come from outside and may hold anything: control characters, markup, right-to-left marks.
 */
public final class Account {

    /** Names of well-known attributes, for filters and for the list of people. A source may give others too. */
    public static final class Attribute {
        public static final String DEPARTMENT = "department";
        public static final String JOB_TITLE = "jobTitle";
        public static final String COMPANY = "company";
        public static final String OFFICE = "office";
        public static final String COUNTRY = "country";
        /** A language tag such as {@code id-ID}. */
        public static final String PREFERRED_LANGUAGE = "preferredLanguage";

        private Attribute() {}
    }

    private final String id;
    private final String displayName;
    private final Map<IdentifierType, String> identifiers;
    private final Map<String, String> attributes;
    private final Set<EligibilityFact> facts;

    private Account(
            String id,
            String displayName,
            Map<IdentifierType, String> identifiers,
            Map<String, String> attributes,
            Set<EligibilityFact> facts) {
        this.id = Objects.requireNonNull(id, "id");
        this.displayName = Objects.requireNonNull(displayName, "displayName");
        this.identifiers = Map.copyOf(identifiers);
        this.attributes = Map.copyOf(attributes);
        this.facts = Set.copyOf(facts);
    }

    /**
     * An account.
     *
     * @param id the source's stable id: it never changes for a person and is never given to another, which rules out
     *     UPNs and e-mail addresses; not empty, at most 200 characters
     * @param displayName what people call the person; may be empty
     */
    public static Account of(String id, String displayName) {
        if (id.isBlank() || id.length() > 200) {
            throw new IllegalArgumentException("An account's id has 1 to 200 characters");
        }
        return new Account(id, displayName, Map.of(), Map.of(), Set.of());
    }

    /** This account with one identifier more; an empty value adds nothing. */
    public Account identifiedBy(IdentifierType type, String value) {
        if (value.isBlank()) {
            return this;
        }
        Map<IdentifierType, String> all = new EnumMap<>(IdentifierType.class);
        all.putAll(identifiers);
        all.put(type, value);
        return new Account(id, displayName, all, attributes, facts);
    }

    /** This account with one attribute more; an empty value adds nothing. */
    public Account with(String attribute, String value) {
        if (value.isBlank()) {
            return this;
        }
        Map<String, String> all = new LinkedHashMap<>(attributes);
        all.put(attribute, value);
        return new Account(id, displayName, identifiers, all, facts);
    }

    /** This account with exactly these facts. */
    public Account withFacts(Set<EligibilityFact> facts) {
        return new Account(id, displayName, identifiers, attributes, facts);
    }

    public String id() {
        return id;
    }

    public String displayName() {
        return displayName;
    }

    public Map<IdentifierType, String> identifiers() {
        return identifiers;
    }

    public Optional<String> identifier(IdentifierType type) {
        return Optional.ofNullable(identifiers.get(type));
    }

    public Map<String, String> attributes() {
        return attributes;
    }

    public Optional<String> attribute(String name) {
        return Optional.ofNullable(attributes.get(name));
    }

    public Set<EligibilityFact> facts() {
        return facts;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Account that
                && id.equals(that.id)
                && displayName.equals(that.displayName)
                && identifiers.equals(that.identifiers)
                && attributes.equals(that.attributes)
                && facts.equals(that.facts);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** The stable id only: names are personal and don't belong into logs. */
    @Override
    public String toString() {
        return "Account[" + id + "]";
    }
}
