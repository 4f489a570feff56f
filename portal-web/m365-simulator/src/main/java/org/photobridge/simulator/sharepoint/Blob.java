package org.photobridge.simulator.sharepoint;

/** The bytes of one version of a file, wherever they are. */
interface Blob {
    long length();

    byte[] read();
}
