package org.photobridge.simulator.sharepoint;

/** The bytes of one version of a file, wherever they are. */
interface Blob {
    long length();

    byte[] read();

    static Blob of(byte[] bytes) {
        return new Blob() {
            @Override
            public long length() {
                return bytes.length;
            }

            @Override
            public byte[] read() {
                return bytes.clone();
            }
        };
    }
}
