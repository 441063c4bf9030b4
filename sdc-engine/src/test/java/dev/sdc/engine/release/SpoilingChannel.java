package dev.sdc.engine.release;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.concurrent.atomic.AtomicLong;

/** A file on a disk that is full after so many bytes, or that changes a byte in silence. */
final class SpoilingChannel implements SeekableByteChannel {
    private final SeekableByteChannel channel;
    private final AtomicLong room;
    private final boolean spoils;

    SpoilingChannel(SeekableByteChannel channel, AtomicLong room, boolean spoils) {
        this.channel = channel;
        this.room = room;
        this.spoils = spoils;
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
        if (room.addAndGet(-bytes.remaining()) < 0) {
            throw new IOException("No space left on device");
        }
        if (spoils && bytes.hasRemaining()) {
            bytes.put(bytes.position(), (byte) (bytes.get(bytes.position()) ^ 1));
        }
        return channel.write(bytes);
    }

    @Override
    public int read(ByteBuffer bytes) throws IOException {
        return channel.read(bytes);
    }

    @Override
    public long position() throws IOException {
        return channel.position();
    }

    @Override
    public SeekableByteChannel position(long at) throws IOException {
        channel.position(at);
        return this;
    }

    @Override
    public long size() throws IOException {
        return channel.size();
    }

    @Override
    public SeekableByteChannel truncate(long size) throws IOException {
        channel.truncate(size);
        return this;
    }

    @Override
    public boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
