package org.photobridge.portal.provider;

import java.util.List;
import java.util.Set;
import org.photobridge.spi.Capability;

/** Answered by whoever uses providers, so that the page can say by what. */
public interface ProviderUse {

    /** The names of what uses a provider. */
    List<String> usersOfProvider(String providerId);

    /** What a provider can do as it is connected: it may depend on settings. Empty if nobody has connected it. */
    Set<Capability> capabilitiesOf(String providerId);
}
