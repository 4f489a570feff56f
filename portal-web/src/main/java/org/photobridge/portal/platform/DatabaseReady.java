package org.photobridge.portal.platform;

/**
 * Fired once at start, after the tables are up to date and before the first page is served.
 * <p>Observers run in the order of their {@code @Priority}: first admin 100, bootstrap 200, jobs 300. One that throws
 * a {@link RefusedStartException} stops the start, in words.
 */
public record DatabaseReady() {}
