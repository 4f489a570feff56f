/**
 * Pictures: what they are, whether they are safe to open, how they look, and how they are made ready for a target.
 *
 * <p>Every picture is hostile until {@link org.photobridge.portal.engine.image.PictureReader} has opened it.
 */
package org.photobridge.portal.engine.image;
