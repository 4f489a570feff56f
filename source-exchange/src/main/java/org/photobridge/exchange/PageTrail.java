package org.photobridge.exchange;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.photobridge.spi.PageRequest;
import org.photobridge.spi.PageToken;

/**
 * Where a listing stands, with just enough memory to notice that it goes round in a circle: a mark of one earlier page, which
 * moves on at every power of two, so that a circle of any length is noticed soon after its second round.
 */
record PageTrail(long pages, String mark, String link) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,15}) (\\S+) (.+)", Pattern.DOTALL);

    /** Where this page begins; empty for the first one. */
    static Optional<PageTrail> of(PageRequest page, UnaryOperator<String> checked) {
        return page.from().map(PageToken::value).map(token -> read(token, checked));
    }

    private static PageTrail read(String token, UnaryOperator<String> checked) {
        Matcher parts = FORM.matcher(token);
        return parts.matches()
                ? new PageTrail(Long.parseLong(parts.group(1)), parts.group(2), checked.apply(parts.group(3)))
                : first(checked.apply(token));
    }

    private static PageTrail first(String link) {
        return new PageTrail(1, markOf(link), link);
    }

    /** The page after this one. */
    static PageTrail after(Optional<PageTrail> last, String link) {
        return last.map(page -> page.then(link)).orElseGet(() -> first(link));
    }

    private PageTrail then(String next) {
        String here = markOf(next);
        if (next.equals(link) || here.equals(mark)) {
            throw ExchangeError.PAGE_LOOP.exception("A page leads back to one that was read already");
        }
        boolean moves = Long.bitCount(pages + 1) == 1;
        return new PageTrail(pages + 1, moves ? here : mark, next);
    }

    private static String markOf(String link) {
        return UUID.nameUUIDFromBytes(link.getBytes(StandardCharsets.UTF_8)).toString();
    }

    PageToken token() {
        return new PageToken(pages + " " + mark + " " + link);
    }
}
