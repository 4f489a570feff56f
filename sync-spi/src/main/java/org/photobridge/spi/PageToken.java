package org.photobridge.spi;

import java.util.Objects;

/**
 * Where a listing goes on; made by the source, opaque to the host, good for minutes and never stored.
 *
 * @param value may hold a service's whole "next" link
 */
public record PageToken(String value) {

    public PageToken {
        Objects.requireNonNull(value, "value");
    }

    /** Hides the value: links may carry personal search texts. */
    @Override
    public String toString() {
        return "PageToken[hidden]";
    }
}
