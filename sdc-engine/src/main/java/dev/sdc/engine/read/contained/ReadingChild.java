package dev.sdc.engine.read.contained;

import dev.sdc.engine.read.FileReader;
import dev.sdc.engine.read.Packing;
import dev.sdc.engine.read.Unpacking;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * The child of a {@link ContainedReader}: opens all that it will ever need, says so, and reads file after file from the
 * pipe that it was given, until that is closed.
 */
public final class ReadingChild {
    static final int READY = 1;
    /** Ready, but it has still to open folders for its classes, and cannot do without. */
    static final int READY_WITH_FOLDERS = 2;

    private ReadingChild() {}

    /** Runs the child. */
    public static void main(String[] arguments) throws IOException {
        run(FileReader.IN_PROCESS);
    }

    /** Reads with a reader. */
    static void run(FileReader reader) throws IOException {
        // what a parser of the runtime prints must not stand between the answers
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        Supplies.open();
        serve(
                reader,
                new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in))),
                new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out))));
    }

    private static void serve(FileReader reader, DataInputStream in, DataOutputStream out) throws IOException {
        out.writeByte(Supplies.areHeld() ? READY : READY_WITH_FOLDERS);
        out.flush();
        while (true) {
            int length;
            try {
                length = in.readInt();
            } catch (EOFException e) {
                return;
            }
            Packing.send(Unpacking.of(in, length, Request.class).answer(reader), out);
        }
    }
}
