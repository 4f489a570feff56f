package org.photobridge.exchange;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.photobridge.spi.PhotoResult;

/**
 * Tells "this person has no photo" from every other refusal: only a code that is known for it counts.
 *
 * <p>An absence may in the end remove somebody's picture elsewhere, so an unknown 404 is a failure.
 */
final class PhotoAbsence {
    /** Graph's codes, in lower case. */
    private static final Map<String, ExchangeError> KNOWN = Map.of(
            "imagenotfound", ExchangeError.NO_PHOTO,
            "errorentitynotfound", ExchangeError.NO_PHOTO,
            "erroritemnotfound", ExchangeError.NO_PHOTO,
            "getuserphoto", ExchangeError.NO_PHOTO,
            "errornonexistentmailbox", ExchangeError.NO_MAILBOX,
            "mailboxnotenabledforrestapi", ExchangeError.NO_MAILBOX);

    private static final int GIF_HEADER = 10;

    private PhotoAbsence() {}

    /** The result of an answer that isn't a success. */
    static PhotoResult resultOf(GraphAnswer answer, Clock clock) {
        GraphRefusal refusal = GraphRefusal.of(answer);
        Optional<ExchangeError> absence = Optional.ofNullable(KNOWN.get(refusal.code()));
        if (answer.status() == 404 && absence.isPresent()) {
            return PhotoResult.absent(absence.get().code());
        }
        if (refusal.code().equals("consumerphotoisnotsupported")) {
            return ExchangeError.CONSUMER_ACCOUNT.failed(refusal.detail());
        }
        return PhotoResult.failed(refusal.failure(Subject.PHOTO, clock));
    }

    /** Whether these bytes are the GIF of one pixel that stands for "no picture". */
    static boolean isPlaceholder(byte[] bytes) {
        return bytes.length > GIF_HEADER
                && bytes[0] == 'G'
                && bytes[1] == 'I'
                && bytes[2] == 'F'
                && side(bytes, 6) <= 1
                && side(bytes, 8) <= 1;
    }

    private static int side(byte[] gif, int at) {
        return (gif[at] & 0xff) | (gif[at + 1] & 0xff) << 8;
    }
}
