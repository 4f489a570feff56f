package org.photobridge.portal.account;

import java.util.Set;
import org.photobridge.spi.ProviderException;

/** Says who is in a group, those of nested groups included. */
interface GroupMembers {

    /**
     * The stable ids of all members.
     *
     * @throws ProviderException if the directory can't be asked, or stops in the middle
     */
    Set<String> idsOf(long connection, String groupId);
}
