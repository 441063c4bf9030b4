package dev.sdc.cli;

import dev.sdc.engine.read.contained.ReadingChild;
import java.io.IOException;

/** Loads what a check and its reading child load, for the archive of classes that both start from. */
public final class Training {
    private Training() {}

    /** Runs a child that is asked nothing, then the command. */
    public static void main(String[] arguments) throws IOException {
        ReadingChild.main(new String[0]);
        Main.main(arguments);
    }
}
