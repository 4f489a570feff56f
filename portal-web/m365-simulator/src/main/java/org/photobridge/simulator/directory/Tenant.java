package org.photobridge.simulator.directory;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.photobridge.simulator.http.SiteUrls;

/** One tenant: its people, groups, pictures and apps. */
public final class Tenant implements AutoCloseable {
    public static final String NAME = "Contoso";
    public static final String DOMAIN = "contoso.onmicrosoft.com";

    private final String id;
    private final int size;
    private final SiteLocale locale;
    private final SiteUrls urls;
    private final People people;
    private final Groups groups;
    private final PhotoStore photos;
    private final AppRegistrations apps;
    private final Map<Integer, Person> changed = new ConcurrentHashMap<>();
    private final Map<String, BitSet> memberships = new ConcurrentHashMap<>();

    public Tenant(long seed, int size, SiteLocale locale, SiteUrls urls) {
        this.id = new UUID(
                        Mix.of(seed, 0, "tenant") & ~0xF000L | 0x4000L,
                        Mix.of(seed, 0, "tenant, low") & 0x3FFFFFFF_FFFFFFFFL | Long.MIN_VALUE)
                .toString();
        this.size = size;
        this.locale = locale;
        this.urls = urls;
        this.people = new People(seed, DOMAIN);
        this.groups = new Groups(seed);
        this.photos = new PhotoStore(seed);
        this.apps = new AppRegistrations(seed);
    }

    public String id() {
        return id;
    }

    public SiteLocale locale() {
        return locale;
    }

    public SiteUrls urls() {
        return urls;
    }

    public PhotoStore photos() {
        return photos;
    }

    public AppRegistrations apps() {
        return apps;
    }

    /** How many people there are; their indexes go from 0 to one below it. */
    public int size() {
        return size;
    }

    public Person person(int index) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("There is no person " + index);
        }
        Person now = changed.get(index);
        return now == null ? people.person(index) : now;
    }

    /** The person at an index as they were when the simulator started. */
    public Person atStart(int index) {
        return people.person(index);
    }

    public Stream<Person> people() {
        return IntStream.range(0, size).mapToObj(this::person);
    }

    public Optional<Person> byObjectId(String objectId) {
        return within(people.indexOfObjectId(objectId));
    }

    /** By sign-in name, whatever case. */
    public Optional<Person> byUserPrincipalName(String upn) {
        Optional<Person> renamed = changed.values().stream()
                .filter(person -> person.userPrincipalName().equalsIgnoreCase(upn))
                .findFirst();
        return renamed.or(() -> within(people.indexOfUserPrincipalName(upn))
                .filter(person -> person.userPrincipalName().equalsIgnoreCase(upn)));
    }

    /** By the sign-in name that the person had when the simulator started, whatever case. */
    public Optional<Person> byUserPrincipalNameAtStart(String upn) {
        return within(people.indexOfUserPrincipalName(upn));
    }

    /** By object id or sign-in name, as Graph takes both. */
    public Optional<Person> find(String idOrName) {
        return byObjectId(idOrName).or(() -> byUserPrincipalName(idOrName));
    }

    /** By the part of the sign-in name before the at sign; for tests. */
    public Person named(String alias) {
        return byUserPrincipalName(alias + "@" + DOMAIN)
                .orElseThrow(() -> new IllegalArgumentException("There is no " + alias));
    }

    /** Puts a changed copy in the person's place. */
    public void change(Person person) {
        changed.put(person.index(), person);
        memberships.clear();
    }

    public List<Group> groups() {
        return groups.all();
    }

    public Optional<Group> group(String groupId) {
        return groups.byId(groupId);
    }

    /** The groups in a group: the direct ones, or all the way down. */
    public List<Group> groupsIn(Group group, boolean transitive) {
        if (transitive) {
            return groups.nestedIn(group);
        }
        return group.nested().stream().flatMap(nested -> group(nested).stream()).toList();
    }

    /** Indexes of a group's members: the direct ones, or all the way down, each once. */
    public BitSet members(Group group, boolean transitive) {
        String key = group.id() + transitive;
        return memberships.computeIfAbsent(key, none -> groups.members(group, transitive, people()));
    }

    @Override
    public void close() {
        photos.close();
    }

    private Optional<Person> within(OptionalInt index) {
        return index.isPresent() && index.getAsInt() < size ? Optional.of(person(index.getAsInt())) : Optional.empty();
    }
}
