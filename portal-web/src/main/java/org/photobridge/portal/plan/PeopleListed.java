package org.photobridge.portal.plan;

import java.util.OptionalLong;
import java.util.function.Predicate;
import org.photobridge.spi.Account;

/** Answered by whoever keeps the list of people, so that a plan's page can say how many it would be for. */
public interface PeopleListed {

    /** How many people of a source, as last listed, fit; empty if it was never listed. */
    OptionalLong count(long sourceConnection, Predicate<Account> fits);
}
