package org.photobridge.portal.platform;

/** The database refused or was out of reach; always with the driver's own exception as cause. */
public final class StorageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StorageException(String message, Throwable cause) {
        super(message, cause);
    }
}
