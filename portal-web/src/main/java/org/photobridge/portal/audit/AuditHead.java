package org.photobridge.portal.audit;

/**
 * Where the chain ends and where it begins: found wrong if the newest entries were removed.
 *
 * @param lastNumber the newest entry's number; 0 if there is none yet
 * @param cutNumber the last entry that was removed for its age; 0 if none was
 * @param cutLink what the oldest entry that is left follows
 */
record AuditHead(long lastNumber, String lastLink, long cutNumber, String cutLink) {

    /** What a chain without any entry begins with. */
    static final AuditHead START = new AuditHead(0, "", 0, "");

    AuditHead endingWith(long number, String link) {
        return new AuditHead(number, link, cutNumber, cutLink);
    }

    AuditHead cutAt(long number, String link) {
        return new AuditHead(lastNumber, lastLink, number, link);
    }
}
