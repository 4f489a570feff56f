package org.photobridge.exchange;

import java.util.Optional;
import org.photobridge.spi.PhotoProvider;
import org.photobridge.spi.PhotoSourceFactory;

/** The entry to this module: Exchange Online as a photo source. */
public final class ExchangeProvider implements PhotoProvider {
    @Override
    public Optional<PhotoSourceFactory> sourceFactory() {
        return Optional.of(new ExchangeSourceFactory());
    }
}
