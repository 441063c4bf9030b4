package dev.sdc.engine.release;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;

/** A line to a server that breaks after so many bytes. */
final class CuttingProxy implements AutoCloseable {
    private final ServerSocket listening;
    private final int target;
    private final AtomicLong left;

    CuttingProxy(int target, long bytes) throws IOException {
        this.listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        this.target = target;
        this.left = new AtomicLong(bytes);
        daemon(this::accept);
    }

    /** From now on nothing breaks. */
    void mend() {
        left.set(Long.MAX_VALUE);
    }

    int port() {
        return listening.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listening.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                daemon(() -> pump(client, server));
                daemon(() -> pump(server, client));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void pump(Socket from, Socket to) {
        byte[] buffer = new byte[4096];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                long before = left.getAndAdd(-read);
                if (before < read) {
                    out.write(buffer, 0, (int) Math.max(0, before));
                    return; // the line breaks in the middle of a packet
                }
                out.write(buffer, 0, read);
            }
        } catch (IOException e) {
            // the line is broken
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
