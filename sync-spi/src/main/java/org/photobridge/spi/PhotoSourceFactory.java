package org.photobridge.spi;

/** Opens photo sources. */
public interface PhotoSourceFactory extends EndFactory {

    /**
     * Opens a source with settings that {@link #validate} found no problem in.
     *
     * <p>Connects to nothing: an unreachable service shows in {@link ProviderEnd#checkHealth} and in use, not here. The
     * host closes what it opened.
     *
     * @throws ProviderException with {@link ErrorCategory#CONFIGURATION} if the settings can't be used after all
     */
    PhotoSource open(ProviderConfig config, ProviderContext context);
}
