package org.photobridge.portal.account;

import org.photobridge.spi.ProviderException;

/** Finds the code of what went wrong with work that was done in the background. */
final class Problems {

    private static final String DEFECT = "portal-defect";

    private Problems() {}

    static String code(Throwable cause) {
        return cause instanceof ProviderException known ? known.code() : DEFECT;
    }
}
