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
    private final Map<String, String> otherMySites = new ConcurrentHashMap<>();
    private volatile boolean renamesHeld;

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
        return lower.startsWith(CLAIM_PREFIX) ? named(lower.substring(CLAIM_PREFIX.length())) : Optional.empty();
    }

    private Optional<Person> named(String userPrincipalName) {
        return renamesHeld
                ? directory.byUserPrincipalNameAtStart(userPrincipalName)
                : directory.byUserPrincipalName(userPrincipalName);
    }

    /** The profile that readers' pages find: they take sign-in names as well as claims (observed). */
    Optional<Profile> findByAnyName(String name) {
        return find(name).or(() -> named(name).flatMap(this::of));
    }

    Optional<Profile> of(Person person) {
        if (person.sharePoint() == SharePointStart.NO_PROFILE && !createdLater.contains(person.objectId())) {
            return Optional.empty();
        }
        Person known = renamesHeld
                ? person.withUserPrincipalName(directory.atStart(person.index()).userPrincipalName())
                : person;
        String home = otherMySites.getOrDefault(person.objectId(), mySite);
        Map<String, String> properties = new LinkedHashMap<>(starting.of(known));
        properties.computeIfPresent(
                ProfileProperties.PICTURE_URL, (name, url) -> url.replace(mySite + "/", home + "/"));
        properties.putAll(changes.getOrDefault(person.objectId(), Map.of()));
        return Optional.of(new Profile(known, properties, home));
    }

    /** Whether the profile lives in another geography than this one. */
    boolean isElsewhere(Person person) {
        return otherMySites.containsKey(person.objectId());
    }

    /** Lets the profile live with another My Site host; empty to bring it back here. */
    void move(Person person, Optional<String> otherMySite) {
        otherMySite.ifPresentOrElse(
                host -> otherMySites.put(person.objectId(), host), () -> otherMySites.remove(person.objectId()));
    }

    boolean areRenamesHeld() {
        return renamesHeld;
    }

    /** Whether everybody is known by the sign-in name of the start, and by no other. */
    void holdRenames(boolean on) {
        renamesHeld = on;
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
