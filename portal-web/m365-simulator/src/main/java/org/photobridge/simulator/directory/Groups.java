package org.photobridge.simulator.directory;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The tenant's twelve groups: nested (with a circle), dynamic, hidden, empty, hostile by name. */
final class Groups {
    private final long seed;
    private final Map<String, Group> groups = new LinkedHashMap<>();
    private final List<String> ids = new ArrayList<>();

    Groups(long seed) {
        this.seed = seed;
        for (int number = 0; number < 12; number++) {
            ids.add(new UUID(
                            Mix.of(seed, number, "group") & ~0xF000L | 0x4000L,
                            Mix.of(seed, number, "group, low") & 0x3FFFFFFF_FFFFFFFFL | Long.MIN_VALUE)
                    .toString());
        }
        addFlat();
        addNested();
    }

    List<Group> all() {
        return List.copyOf(groups.values());
    }

    Optional<Group> byId(String id) {
        return Optional.ofNullable(groups.get(id.toLowerCase(java.util.Locale.ROOT)));
    }

    /** The groups directly or indirectly in a group, without itself; circles are cut. */
    List<Group> nestedIn(Group group) {
        Map<String, Group> found = new LinkedHashMap<>();
        collect(group, found);
        found.remove(group.id());
        return List.copyOf(found.values());
    }

    /** Indexes of the direct, or of all, members among the people. */
    BitSet members(Group group, boolean transitive, Stream<Person> people) {
        List<Group> within = transitive
                ? Stream.concat(Stream.of(group), nestedIn(group).stream()).toList()
                : List.of(group);
        BitSet members = new BitSet();
        people.filter(person -> within.stream().anyMatch(one -> one.members().test(person)))
                .forEach(person -> members.set(person.index()));
        return members;
    }

    private void collect(Group group, Map<String, Group> found) {
        if (found.putIfAbsent(group.id(), group) == null) {
            group.nested().forEach(id -> collect(groups.get(id), found));
        }
    }

    private void addFlat() {
        Predicate<Person> employee = person -> person.standing().userType().equals("Member")
                && person.standing().accountEnabled();
        add(
                0,
                "All staff",
                GroupKind.DYNAMIC,
                "(user.accountEnabled -eq true) and (user.userType -eq \"Member\")",
                employee);
        add(1, "Sales", GroupKind.UNIFIED, "", department("Sales"));
        add(
                2,
                "Jakarta office",
                GroupKind.DYNAMIC,
                "(user.officeLocation -eq \"Jakarta\")",
                person -> person.work().office().equals("Jakarta"));
        add(3, "Future hires", GroupKind.SECURITY, "", person -> false);
        add(
                4,
                "Guests",
                GroupKind.DYNAMIC,
                "(user.userType -eq \"Guest\")",
                person -> person.standing().isGuest());
        put(new Group(
                ids.get(5), "Leadership", "Hidden membership", GroupKind.UNIFIED, true, "", this::leads, List.of()));
        add(6, "Pilot: new pictures", GroupKind.SECURITY, "", person -> person.index() < 10);
        add(7, "<img src=x onerror=alert('group')> & Söhne", GroupKind.DISTRIBUTION, "", department("Legal"));
    }

    private void addNested() {
        add(8, "Engineering: Platform", GroupKind.SECURITY, "", engineers(0));
        add(9, "Engineering: Mobile", GroupKind.SECURITY, "", engineers(1));
        nest(
                10,
                "Engineering",
                department("Engineering").and(engineers(2)),
                List.of(ids.get(8), ids.get(9), ids.get(11)));
        nest(11, "Project Aurora", department("Research"), List.of(ids.get(10)));
    }

    private boolean leads(Person person) {
        String title = person.work().jobTitle();
        return title.contains("Director") || title.contains("Lead");
    }

    private Predicate<Person> engineers(int third) {
        return department("Engineering").and(person -> Mix.below(3, seed, person.index(), "team") == third);
    }

    private static Predicate<Person> department(String name) {
        return person -> person.work().department().equals(name);
    }

    private void add(int number, String name, GroupKind kind, String rule, Predicate<Person> members) {
        put(new Group(ids.get(number), name, "", kind, false, rule, members, List.of()));
    }

    private void nest(int number, String name, Predicate<Person> members, List<String> nested) {
        put(new Group(ids.get(number), name, "", GroupKind.SECURITY, false, "", members, nested));
    }

    private void put(Group group) {
        groups.put(group.id(), group);
    }
}
