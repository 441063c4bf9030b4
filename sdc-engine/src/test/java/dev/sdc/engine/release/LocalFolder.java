package dev.sdc.engine.release;

import dev.sdc.engine.gate.Destination;
import dev.sdc.engine.gate.Digest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Objects;

/** A folder of this machine as a far side: a transport of one's own, as a site would bring it. */
record LocalFolder(Path folder, Destination destination) implements FarSide {
    @Override
    public long size(String path) throws IOException {
        return Files.exists(folder.resolve(path)) ? Files.size(folder.resolve(path)) : -1;
    }

    @Override
    public Writing write(String path, long from) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve(path), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.truncate(from).position(from);
        return new Writing() {
            @Override
            public void write(byte[] bytes, int start, int length) throws IOException {
                ByteBuffer buffer = ByteBuffer.wrap(bytes, start, length);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
            }

            @Override
            public long finish() throws IOException {
                channel.force(true);
                return channel.size();
            }

            @Override
            public void close() throws IOException {
                channel.close();
            }
        };
    }

    @Override
    public Digest digest(String path, long bytes) throws IOException {
        return Digest.of(Arrays.copyOf(Files.readAllBytes(folder.resolve(path)), (int) bytes));
    }

    @Override
    public long settle(String from, String to) throws IOException {
        Files.createLink(folder.resolve(to), folder.resolve(from)); // never replaces
        Files.delete(folder.resolve(from));
        return size(to);
    }

    @Override
    public void remove(String path) throws IOException {
        Files.delete(folder.resolve(path));
    }

    @Override
    public void folder(String path) throws IOException {
        Files.createDirectories(Objects.requireNonNull(folder.resolve(path)));
    }

    @Override
    public String hostKey() {
        return destination.hostKey();
    }

    @Override
    public String session() {
        return "";
    }

    @Override
    public String proof() {
        return "read back, sha256";
    }

    @Override
    public void close() {}
}
