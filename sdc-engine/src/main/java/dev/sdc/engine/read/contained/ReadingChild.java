package dev.sdc.engine.read.contained;

import dev.sdc.engine.read.FileReader;
import dev.sdc.engine.read.Packing;
import dev.sdc.engine.read.Reading;
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

/** The child of a {@link ContainedReader}: reads file after file from the pipe that it was given, until that is closed. */
public final class ReadingChild {
    private ReadingChild() {}

    /** Runs the child. */
    public static void main(String[] arguments) throws IOException {
        serve(
                new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in))),
                new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out))));
    }

    private static void serve(DataInputStream in, DataOutputStream out) throws IOException {
        while (true) {
            byte[] asked;
            try {
                asked = in.readNBytes(in.readInt());
            } catch (EOFException e) {
                return;
            }
            Request request = Unpacking.of(asked, Request.class);
            Reading reading = FileReader.IN_PROCESS.read(request.file(), request.limits());
            byte[] answer = Packing.of((Record) reading);
            out.writeInt(answer.length);
            out.write(answer);
            out.flush();
        }
    }
}
