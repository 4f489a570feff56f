package org.photobridge.portal.audit;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * How an entry hangs in the chain.
 *
 * @param salt empty once a person was erased from the entry
 * @param digest of the entry's texts, with the salt
 * @param link of all that isn't text, of the digest, and of the link before
 * @param keyId which key made digest and link
 * @param erasedBy the number of the entry that tells of the erasing
 * @param erasedSeal on what the erasing left
 */
record AuditLink(
        Optional<String> salt,
        String digest,
        String link,
        String keyId,
        OptionalLong erasedBy,
        Optional<String> erasedSeal) {}
