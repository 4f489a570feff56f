package org.photobridge.spi;

/** Opens photo targets. */
public interface PhotoTargetFactory extends EndFactory {

    /**
     * Opens a target with settings that {@link #validate} found no problem in.
     *
     * <p>Connects to nothing: an unreachable service shows in {@link ProviderEnd#checkHealth} and in use, not here. The
     * host closes what it opened.
     *
     * @throws ProviderException with {@link ErrorCategory#CONFIGURATION} if the settings can't be used after all
     */
    PhotoTarget open(ProviderConfig config, ProviderContext context);
}
