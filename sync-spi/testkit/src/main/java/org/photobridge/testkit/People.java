package org.photobridge.testkit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.photobridge.spi.Account;
import org.photobridge.spi.IdentifierType;

/** Invented people for tests, known by their first names. */
public final class People {

    private static final String DOMAIN = "@contoso.example";

    private People() {}

    /** A person with every identifier, all derived from the name: {@code anna} has the id {@code anna}. */
    public static Account named(String name) {
        return Account.of(name, name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1))
                .identifiedBy(IdentifierType.OBJECT_ID, name)
                .identifiedBy(IdentifierType.USER_PRINCIPAL_NAME, upn(name))
                .identifiedBy(IdentifierType.EMAIL, upn(name))
                .identifiedBy(IdentifierType.EMPLOYEE_ID, "E-" + name)
                .identifiedBy(IdentifierType.ACCOUNT_NAME, name);
    }

    public static List<Account> named(String... names) {
        return Arrays.stream(names).map(People::named).toList();
    }

    static String upn(String name) {
        return name.toLowerCase(Locale.ROOT) + DOMAIN;
    }
}
