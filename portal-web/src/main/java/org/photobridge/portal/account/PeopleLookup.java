package org.photobridge.portal.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.photobridge.portal.security.Access;
import org.photobridge.portal.security.Role;
import org.photobridge.spi.Account;
import org.photobridge.spi.ProviderException;

/** Finds out whom a pasted list means: from the table of people first, then from the live directory. */
@ApplicationScoped
public class PeopleLookup {

    /** Names are searched one by one, each with a call of its own. */
    private static final int MOST_NAMES_LIVE = 50;

    private final PersonRepository people;
    private final Directory directory;

    protected PeopleLookup() {
        this(null, null);
    }

    @Inject
    PeopleLookup(PersonRepository people, Directory directory) {
        this.people = people;
        this.directory = directory;
    }

    /**
     * Looks up.
     *
     * @param pasted at most a thousand names, UPNs, e-mail addresses, object ids or stable ids
     */
    public PastedPeople find(long sourceConnection, List<String> pasted) {
        Access.require(Role.VIEWER);
        if (!PastedList.fits(pasted)) {
            throw new IllegalArgumentException("A list has at most a thousand entries, not " + pasted.size());
        }
        Matches matches = new Matches(pasted);
        matches.take(people.candidates(sourceConnection, pasted));
        String problem = "";
        try {
            askLive(sourceConnection, matches);
        } catch (ProviderException e) {
            problem = e.code();
        }
        return matches.result(problem);
    }

    private void askLive(long sourceConnection, Matches matches) {
        List<String> ids = matches.missing().filter(one -> !isName(one)).toList();
        if (!ids.isEmpty()) {
            matches.take(directory.these(sourceConnection, ids));
        }
        List<String> names = matches.missing()
                .filter(PeopleLookup::isName)
                .limit(MOST_NAMES_LIVE)
                .toList();
        for (String name : names) {
            matches.take(directory.search(sourceConnection, name));
        }
    }

    private static boolean isName(String pasted) {
        return pasted.contains(" ") && !pasted.contains("@");
    }

    /** Whom each entry of the list may mean, so far. */
    private static final class Matches {

        private final List<String> pasted;
        private final Map<String, Map<String, Account>> byKey = new LinkedHashMap<>();

        Matches(List<String> pasted) {
            this.pasted = pasted;
        }

        void take(List<Account> accounts) {
            accounts.forEach(account -> keys(account)
                    .forEach(key -> byKey.computeIfAbsent(key, any -> new LinkedHashMap<>())
                            .put(account.id(), account)));
        }

        private static Stream<String> keys(Account account) {
            return Stream.concat(
                            Stream.of(account.id(), account.displayName()), account.identifiers().values().stream())
                    .map(key -> key.toLowerCase(Locale.ROOT));
        }

        private List<Account> of(String one) {
            return List.copyOf(
                    byKey.getOrDefault(one.toLowerCase(Locale.ROOT), Map.of()).values());
        }

        Stream<String> missing() {
            return pasted.stream().filter(one -> of(one).isEmpty());
        }

        PastedPeople result(String problem) {
            List<PastedPeople.Match> found = new ArrayList<>();
            List<PastedPeople.Match> ambiguous = new ArrayList<>();
            for (String one : pasted) {
                List<PastedPeople.Person> persons =
                        of(one).stream().map(PastedPeople.Person::of).toList();
                if (!persons.isEmpty()) {
                    (persons.size() == 1 ? found : ambiguous).add(new PastedPeople.Match(one, persons));
                }
            }
            return new PastedPeople(found, ambiguous, missing().toList(), problem);
        }
    }
}
