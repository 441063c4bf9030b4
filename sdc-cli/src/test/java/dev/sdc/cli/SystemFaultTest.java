package dev.sdc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import org.junit.jupiter.api.Test;

class SystemFaultTest {
    @Test
    void aFullDiskIsCalledThatAndNoFaultOfTheProgram() {
        for (IOException full : new IOException[] {
            new IOException("No space left on device"),
            new FileSystemException("/srv/gate/log.jsonl", null, "No space left on device")
        }) {
            assertThat(said(full))
                    .contains("No space left on device", "Nothing was passed")
                    .doesNotContain("fault of sdc", "log.jsonl");
        }
    }

    @Test
    void whatIsUnknownMayHoldWhatWasReadAndIsNotShown() {
        assertThat(said(new IOException("Ada Lovelace, 36")))
                .contains("IOException")
                .doesNotContain("Ada");
        assertThat(said(new IOException())).contains("IOException");
    }

    private static String said(IOException failure) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = Main.failed(
                failure,
                new Terminal(
                        OutputStream.nullOutputStream(),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        false,
                        false));
        assertThat(exit).isEqualTo(ExitCode.INTERNAL);
        return err.toString(StandardCharsets.UTF_8);
    }
}
