package org.photobridge.portal.audit;

import org.jdbi.v3.core.Handle;

/** The one row that says where the chain ends; whoever changes the chain locks it first. */
final class AuditHeadRepository {
    private static final String SELECT =
            "select last_number, last_link, cut_number, cut_link, key_id, seal from audit_head where id = 1";

    /** The head as it is stored, with the seal that it should bear. */
    record Stored(AuditHead head, String keyId, String seal) {

        /** Nothing was ever appended. */
        boolean isNew() {
            return head.equals(AuditHead.START) && seal.isEmpty();
        }

        boolean isSound(AuditSeals seals) {
            return isNew() || seals.has(keyId) && AuditSeals.same(seals.head(keyId, head), seal);
        }
    }

    private AuditHeadRepository() {}

    static Stored read(Handle handle) {
        return read(handle, SELECT);
    }

    /** Others that want to change the chain wait until the present transaction ends. */
    static Stored lock(Handle handle) {
        return read(handle, SELECT + " for update");
    }

    static void store(Handle handle, AuditHead head, AuditSeals seals) {
        store(handle, head, seals.keyId(), seals.head(seals.keyId(), head));
    }

    /** Goes on after a head that was tampered with, without making it good. */
    static void storeBroken(Handle handle, AuditHead head, String mark) {
        store(handle, head, mark, mark);
    }

    private static void store(Handle handle, AuditHead head, String keyId, String seal) {
        handle.createUpdate("""
                        update audit_head set last_number = :last, last_link = :lastLink, cut_number = :cut,
                          cut_link = :cutLink, key_id = :key, seal = :seal where id = 1""")
                .bind("last", head.lastNumber())
                .bind("lastLink", head.lastLink())
                .bind("cut", head.cutNumber())
                .bind("cutLink", head.cutLink())
                .bind("key", keyId)
                .bind("seal", seal)
                .execute();
    }

    private static Stored read(Handle handle, String sql) {
        return handle.createQuery(sql)
                .map((row, context) -> new Stored(
                        new AuditHead(row.getLong(1), row.getString(2), row.getLong(3), row.getString(4)),
                        row.getString(5),
                        row.getString(6)))
                .one();
    }
}
