package org.photobridge.simulator.directory;

import java.util.List;
import java.util.function.Predicate;

/**
 * A group of the directory; members are whoever fits, so that any number of people needs no list.
 *
 * @param hidden visibility HiddenMembership
 * @param rule the membership rule of a dynamic group, else empty
 * @param members its direct members among the people
 * @param nested ids of the groups that are direct members
 */
public record Group(
        String id,
        String displayName,
        String description,
        GroupKind kind,
        boolean hidden,
        String rule,
        Predicate<Person> members,
        List<String> nested) {}
