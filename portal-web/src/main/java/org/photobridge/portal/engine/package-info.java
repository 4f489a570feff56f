/**
 * One run: batch loop, decision, retry, pacing, cancellation, image preparation. Plain Java and the providers' contract: no
 * Jakarta, no SQL.
 *
 * <p>The engine runs a {@link org.photobridge.portal.engine.RunSpec} over an open source and
 * an open target. What it needs from around it are {@link org.photobridge.portal.engine.RunPorts ports}.
 */
package org.photobridge.portal.engine;
