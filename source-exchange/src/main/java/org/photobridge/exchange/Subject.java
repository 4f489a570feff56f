package org.photobridge.exchange;

/** What a call to Graph is about, which decides what a refusal of it means. */
enum Subject {
    USERS(ExchangeError.USERS_FORBIDDEN, ExchangeError.USER_GONE),
    GROUPS(ExchangeError.GROUPS_FORBIDDEN, ExchangeError.GROUP_GONE),
    PHOTO(ExchangeError.PHOTO_FORBIDDEN, ExchangeError.USER_GONE);

    private final ExchangeError forbidden;
    private final ExchangeError gone;

    Subject(ExchangeError forbidden, ExchangeError gone) {
        this.forbidden = forbidden;
        this.gone = gone;
    }

    /** The error of a 403. */
    ExchangeError forbidden() {
        return forbidden;
    }

    /** The error of a 404 that says that the directory has no such object. */
    ExchangeError gone() {
        return gone;
    }
}
