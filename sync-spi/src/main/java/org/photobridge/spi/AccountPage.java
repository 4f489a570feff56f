package org.photobridge.spi;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One page of accounts.
 *
 * @param accounts maybe none, even if there is a next page
 * @param next where to go on; empty on the last page
 * @param total how many the whole listing has, if the source knows; an estimate is good enough
 */
public record AccountPage(List<Account> accounts, Optional<PageToken> next, OptionalLong total) {

    public AccountPage {
        accounts = List.copyOf(accounts);
        Objects.requireNonNull(next, "next");
        Objects.requireNonNull(total, "total");
    }

    public static AccountPage last(List<Account> accounts) {
        return new AccountPage(accounts, Optional.empty(), OptionalLong.empty());
    }

    public static AccountPage of(List<Account> accounts, Optional<PageToken> next) {
        return new AccountPage(accounts, next, OptionalLong.empty());
    }

    /** This page with the whole listing's size. */
    public AccountPage ofTotal(long total) {
        return new AccountPage(accounts, next, OptionalLong.of(total));
    }
}
