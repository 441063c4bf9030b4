package dev.sdc.engine.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sdc.engine.intake.Intake;
import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.intake.ReceivedFile;
import dev.sdc.engine.submission.OutputFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Outputs of real statistical programs, where they are at hand, are all read. */
final class PeersTest {
    private static final Path PEERS = Path.of("..", "..", "shared", "peers");

    @Test
    void everyTableOfAPeerIsRead() throws IOException {
        assumeTrue(Files.isDirectory(PEERS), "the peers' outputs are not at hand: skipped");
        try (Stream<Path> files = Files.walk(PEERS)) {
            List<Path> tables = files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*\\.(csv|tsv|tab|xlsx|txt)"))
                    .sorted()
                    .toList();
            assertThat(tables).isNotEmpty();
            for (Path table : tables) {
                ReceivedFile received = new Intake(Limits.DEFAULT)
                        .receive(OutputFile.onDisk(String.valueOf(table.getFileName()), table));
                assertThat(received.refused()).as("%s", table).isNull();
                Reading reading = ReceivedFileReader.read(received, Limits.DEFAULT);
                if (table.toString().endsWith(".txt")) {
                    assertThat(reading)
                            .as("%s", table)
                            .isInstanceOfAny(Reading.Grids.class, Reading.Document.class, Reading.Text.class);
                } else {
                    // a model that was saved as a table is a model
                    assertThat(reading).as("%s", table).isInstanceOfAny(Reading.Grids.class, Reading.Document.class);
                }
            }
        }
    }
}
