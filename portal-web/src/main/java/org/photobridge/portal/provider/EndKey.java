package org.photobridge.portal.provider;

/**
 * Tells open ends apart.
 *
 * @param connection whose settings opened it
 * @param settings the version of those settings, as text
 * @param provider the module that opened it
 */
public record EndKey(long connection, String settings, ProviderKey provider) {}
