package org.photobridge.simulator.directory;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Keeps the encoded pictures asked for last, up to a number of bytes. */
final class ByteCache {
    private final long capacity;
    private final Map<String, byte[]> entries = new LinkedHashMap<>(256, 0.75f, true);
    private long size;

    ByteCache(long capacity) {
        this.capacity = capacity;
    }

    /** The value must not be changed by who gets it. */
    byte[] get(String key, Supplier<byte[]> maker) {
        synchronized (this) {
            byte[] known = entries.get(key);
            if (known != null) {
                return known;
            }
        }
        byte[] made = maker.get();
        keep(key, made);
        return made;
    }

    private synchronized void keep(String key, byte[] made) {
        byte[] before = entries.put(key, made);
        size += made.length - (before == null ? 0 : before.length);
        Iterator<byte[]> eldest = entries.values().iterator();
        while (size > capacity && eldest.hasNext()) {
            size -= eldest.next().length;
            eldest.remove();
        }
    }
}
