package org.photobridge.portal.account;

import java.util.Optional;

/** Lines of the list of people, for tests. */
final class Rows {

    private Rows() {}

    static PersonRow of(String id, String name, String condition) {
        return new PersonRow(
                id,
                name,
                "anna@contoso.com",
                "anna@contoso.com",
                "Sales",
                "",
                "",
                condition,
                "",
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                "",
                Optional.empty(),
                "",
                "");
    }
}
