package org.photobridge.portal.provider;

import java.util.List;

/** Answered by whoever uses providers, so that the page can say by what. */
public interface ProviderUse {

    /** The names of what uses a provider. */
    List<String> usersOfProvider(String providerId);
}
