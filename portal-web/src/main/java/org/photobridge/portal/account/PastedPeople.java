package org.photobridge.portal.account;

import java.util.List;
import java.util.Objects;
import org.photobridge.spi.Account;
import org.photobridge.spi.IdentifierType;

/**
 * Whom a pasted list means.
 *
 * @param found one person for each of these
 * @param ambiguous several people for each of these
 * @param unknown nobody, neither in the table nor in the directory
 * @param liveProblem the code of the reason why the directory couldn't be asked; empty text if it could
 */
public record PastedPeople(List<Match> found, List<Match> ambiguous, List<String> unknown, String liveProblem) {

    public PastedPeople {
        found = List.copyOf(found);
        ambiguous = List.copyOf(ambiguous);
        unknown = List.copyOf(unknown);
        Objects.requireNonNull(liveProblem, "liveProblem");
    }

    /** The stable ids of whoever was found, each once. */
    public List<String> ids() {
        return found.stream()
                .map(match -> match.people().get(0).id())
                .distinct()
                .toList();
    }

    /** What was pasted, and the people it may mean. */
    public record Match(String pasted, List<Person> people) {
        public Match {
            people = List.copyOf(people);
        }
    }

    /** Enough of a person to tell them apart from another one. */
    public record Person(String id, String name, String userPrincipalName) {
        static Person of(Account account) {
            return new Person(
                    account.id(),
                    account.displayName(),
                    account.identifier(IdentifierType.USER_PRINCIPAL_NAME).orElse(""));
        }
    }
}
