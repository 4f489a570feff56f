package org.photobridge.simulator.sharepoint;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/** Keeps uploads out of memory: one temporary file that only grows, and vanishes with the process. */
final class SpillFile implements AutoCloseable {
    private final FileChannel channel;
    private long end;

    SpillFile() {
        try {
            channel = FileChannel.open(
                    Files.createTempFile("m365-simulator-", ".spill"),
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException e) {
            throw new UncheckedIOException("No temporary file for uploads", e);
        }
    }

    Blob write(byte[] bytes) {
        long start = reserve(bytes.length);
        try {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer, start + buffer.position());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The upload could not be kept", e);
        }
        return new Slice(start, bytes.length);
    }

    private synchronized long reserve(int length) {
        long start = end;
        end += length;
        return start;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Slice implements Blob {
        private final long start;
        private final int length;

        Slice(long start, int length) {
            this.start = start;
            this.length = length;
        }

        @Override
        public long length() {
            return length;
        }

        @Override
        public byte[] read() {
            ByteBuffer buffer = ByteBuffer.allocate(length);
            try {
                while (buffer.hasRemaining()) {
                    if (channel.read(buffer, start + buffer.position()) < 0) {
                        throw new EOFException("The spill file is shorter than it was");
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return buffer.array();
        }
    }
}
