package org.photobridge.portal.job;

import java.nio.charset.StandardCharsets;

/** What an outcome's row calls a person: the id, or of a name too long for its column the beginning and a digest. */
final class OutcomeKey {

    private static final int LONGEST = 200;
    private static final int DIGEST = 64;

    private OutcomeKey() {}

    /** Two different ids never have the same key: a run may be asked for names that only differ at their end. */
    static String of(String accountId) {
        return accountId.length() <= LONGEST
                ? accountId
                : Cut.to(LONGEST - DIGEST - 1, accountId) + "~"
                        + ContentKey.ofBytes(accountId.getBytes(StandardCharsets.UTF_8));
    }
}
