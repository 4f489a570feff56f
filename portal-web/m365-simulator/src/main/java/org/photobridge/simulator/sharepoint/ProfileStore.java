package org.photobridge.simulator.sharepoint;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.photobridge.simulator.directory.Person;
import org.photobridge.simulator.directory.SharePointStart;

/** The user profile application: profiles are made from the directory when asked for; only changes are kept. */
final class ProfileStore {
    private static final String CLAIM_PREFIX = "i:0#.f|membership|";

    private final Directory directory;
    private final StartingProfile starting;
    private final String mySite;
    private final Map<String, Map<String, String>> changes = new ConcurrentHashMap<>();
    private final Set<String> createdLater = ConcurrentHashMap.newKeySet();

    ProfileStore(Directory directory, StartingProfile starting, String mySite) {
        this.directory = directory;
        this.starting = starting;
        this.mySite = mySite;
    }

    String mySite() {
        return mySite;
    }

    /** The profile of an account, given by its full claim in any case of letters; nothing else is understood. */
    Optional<Profile> find(String account) {
        return person(account).flatMap(this::of);
    }

    Optional<Person> person(String account) {
        String lower = account.toLowerCase(Locale.ROOT);
        return lower.startsWith(CLAIM_PREFIX)
                ? directory.byUserPrincipalName(lower.substring(CLAIM_PREFIX.length()))
                : Optional.empty();
    }

    /** The profile that readers' pages find: they take sign-in names as well as claims (observed). */
    Optional<Profile> findByAnyName(String name) {
        return find(name).or(() -> directory.byUserPrincipalName(name).flatMap(this::of));
    }

    Optional<Profile> of(Person person) {
        if (person.sharePoint() == SharePointStart.NO_PROFILE && !createdLater.contains(person.objectId())) {
            return Optional.empty();
        }
        Map<String, String> properties = new LinkedHashMap<>(starting.of(person));
        properties.putAll(changes.getOrDefault(person.objectId(), Map.of()));
        return Optional.of(new Profile(person, properties, mySite));
    }

    /** Keeps the text as it came; nothing is checked or normalised (observed). */
    void set(Person person, String property, String value) {
        changes.compute(person.objectId(), (id, before) -> {
            Map<String, String> after = new LinkedHashMap<>(before == null ? Map.of() : before);
            after.put(property, value);
            return Map.copyOf(after);
        });
    }

    /** Lets the import from Entra bring a profile that wasn't there. */
    void create(Person person) {
        createdLater.add(person.objectId());
    }
}
