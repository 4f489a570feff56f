package org.photobridge.portal.account;

/**
 * A picture as a page shows it: never the bytes that came from outside, but a JPEG that we made of them.
 *
 * @param side how many pixels wide and high the picture itself is
 * @param bytes how many bytes the picture itself has
 */
record ViewPicture(byte[] jpeg, int side, int bytes) {}
