package org.photobridge.sharepoint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.photobridge.spi.Account;
import org.photobridge.spi.IdentifierType;

/** The name by which SharePoint knows a person: a fixed prefix and the UPN. */
record AccountName(String prefix, String upn) {
    /** No control characters, no spaces and nothing that can't be part of a file name. */
    private static final Pattern USABLE =
            Pattern.compile("[^\\p{Cntrl}\\s\"*:<>?/\\\\|@]+@[^\\p{Cntrl}\\s\"*:<>?/\\\\|@]+");

    /** Separators beyond this make more look-alikes than are worth asking for. */
    private static final int MOST_FLIPPED = 3;

    /** Each is one more question before a write. */
    private static final int MOST = 16;

    private static final Pattern DOMAIN = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)+");

    /**
     * The account's name.
     *
     * @throws org.photobridge.spi.ProviderException if the account has no UPN, or one that no profile can have
     */
    static AccountName of(Account account, String prefix) {
        Optional<String> upn = upn(account);
        return new AccountName(
                prefix, upn.orElseThrow(() -> Problem.NO_ACCOUNT_NAME.exception("account " + account.id())));
    }

    static Optional<String> upn(Account account) {
        return account.identifier(IdentifierType.USER_PRINCIPAL_NAME)
                .map(upn -> upn.strip().toLowerCase(Locale.ROOT))
                .filter(upn -> USABLE.matcher(upn).matches());
    }

    /** The claims form: {@code i:0#.f|membership|anna@contoso.com}. */
    String claim() {
        return prefix + upn;
    }

    /** What SharePoint once named the person's files by; not unique: see {@link #lookAlikes}. */
    String fileForm() {
        return upn.replace('@', '_').replace('.', '_');
    }

    /**
     * Other names with the same {@link #fileForm}: {@code a.b@x}, {@code a_b@x} and {@code a@b.x} would share one file. For
     * names with many separators only the likely ones.
     */
    List<AccountName> lookAlikes() {
        int at = upn.indexOf('@');
        Set<String> names = new LinkedHashSet<>();
        sameDomain(upn.substring(0, at), upn.substring(at), names);
        otherDomains(at, names);
        names.remove(upn);
        return names.stream()
                .limit(MOST)
                .map(other -> new AccountName(prefix, other))
                .toList();
    }

    private static void sameDomain(String local, String domain, Set<String> names) {
        Set<String> locals = new LinkedHashSet<>();
        List<Integer> separators = separators(local);
        if (separators.size() <= MOST_FLIPPED) {
            combinations(local, separators, locals);
        } else {
            locals.add(local.replace('.', '_'));
            locals.add(local.replace('_', '.'));
            separators.stream().limit(MOST_FLIPPED * 2L).forEach(place -> locals.add(flipped(local, place)));
        }
        locals.forEach(other -> names.add(other + domain));
    }

    /** The names in which another separator is the {@code @}, the nearest first: a part of the local name or of the domain moves over. */
    private void otherDomains(int at, Set<String> names) {
        String plain = upn.substring(0, at) + '.' + upn.substring(at + 1);
        separators(plain).stream()
                .filter(place -> place != at)
                .filter(place -> isDomain(plain.substring(place + 1).replace('_', '.')))
                .sorted(Comparator.comparingInt(place -> Math.abs(place - at)))
                .forEach(place -> sameDomain(
                        plain.substring(0, place),
                        "@" + plain.substring(place + 1).replace('_', '.'),
                        names));
    }

    /** Whether a tenant can have it; {@code onmicrosoft.com} itself belongs to none. */
    private static boolean isDomain(String text) {
        return DOMAIN.matcher(text).matches() && !text.equals("onmicrosoft.com");
    }

    private static void combinations(String local, List<Integer> separators, Set<String> into) {
        into.add(local);
        for (int place : separators) {
            for (String known : List.copyOf(into)) {
                into.add(flipped(known, place));
            }
        }
    }

    private static List<Integer> separators(String local) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < local.length(); i++) {
            if (local.charAt(i) == '.' || local.charAt(i) == '_') {
                places.add(i);
            }
        }
        return places;
    }

    private static String flipped(String local, int place) {
        char other = local.charAt(place) == '.' ? '_' : '.';
        return local.substring(0, place) + other + local.substring(place + 1);
    }
}
