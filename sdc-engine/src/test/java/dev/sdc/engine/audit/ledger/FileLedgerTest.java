package dev.sdc.engine.audit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class FileLedgerTest {
    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("ledger.jsonl");
    }

    private static List<String> ids(Ledger ledger) throws IOException {
        List<String> ids = new ArrayList<>();
        ledger.forEach(release -> ids.add(release.id()));
        return ids;
    }

    @Test
    void what_is_kept_comes_back_as_it_was() throws IOException {
        Release kept = Examples.release("R1", "X", -5, 1, 7);
        new FileLedger(file()).add(kept);
        Release read = new FileLedger(file()).sharing("X", new long[] {1, 7}).get(0);
        assertThat(read.id()).isEqualTo("R1");
        assertThat(read.sheets().get(0).rows()).isEqualTo(kept.sheets().get(0).rows());
        assertThat(read.sheets().get(0).declared())
                .isEqualTo(kept.sheets().get(0).declared());
        assertThat(read.sheets().get(0).keys()).containsExactly(-5, 1, 7);
    }

    @Test
    void releases_are_found_by_what_they_count_and_by_their_data_set() throws IOException {
        FileLedger ledger = new FileLedger(file());
        ledger.add(Examples.release("one", "X", 1, 2, 3));
        ledger.add(Examples.release("other", "Y", 1, 2, 3));
        ledger.add(Examples.release("any", null, 2, 3, 4));
        ledger.add(Examples.release("far", "X", 3, 9));
        assertThat(ledger.sharing("X", new long[] {2, 4}))
                .extracting(Release::id)
                .containsExactly("one", "any");
        assertThat(ledger.sharing(null, new long[] {1, 8}))
                .extracting(Release::id)
                .containsExactly("one", "other");
        assertThat(ledger.sharing("X", new long[] {9})).extracting(Release::id).containsExactly("far");
        assertThat(ledger.sharing("X", new long[] {8})).isEmpty();
    }

    @Test
    void a_file_cut_off_anywhere_is_readable_and_goes_on() throws IOException {
        FileLedger ledger = new FileLedger(file());
        ledger.add(Examples.release("R1", "X", 1));
        long first = Files.size(file());
        ledger.add(Examples.release("R2", "X", 2));
        byte[] whole = Files.readAllBytes(file());
        for (int length = 0; length <= whole.length; length++) {
            Path cut = folder.resolve("cut.jsonl");
            Files.write(cut, Arrays.copyOf(whole, length));
            List<String> complete =
                    length < first ? List.of() : length < whole.length ? List.of("R1") : List.of("R1", "R2");
            FileLedger left = new FileLedger(cut);
            assertThat(left.verify().releases()).isEqualTo(complete.size());
            assertThat(ids(left)).isEqualTo(complete);
            new FileLedger(cut).add(Examples.release("R3", "X", 3));
            List<String> after = new ArrayList<>(complete);
            after.add("R3");
            assertThat(ids(left)).isEqualTo(after);
            assertThat(new FileLedger(cut).verify().releases()).isEqualTo(after.size());
        }
    }

    @Test
    void every_changed_byte_of_an_entry_with_one_after_it_is_seen() throws IOException {
        FileLedger ledger = new FileLedger(file());
        ledger.add(Examples.release("R1", "X", 1));
        int first = (int) Files.size(file());
        ledger.add(Examples.release("R2", "X", 2));
        byte[] whole = Files.readAllBytes(file());
        for (int at = 0; at < first; at++) {
            byte[] changed = whole.clone();
            changed[at] ^= 1;
            Path other = folder.resolve("changed.jsonl");
            Files.write(other, changed);
            assertThatThrownBy(() -> new FileLedger(other).verify()).isInstanceOf(LedgerException.class);
        }
    }

    @Test
    void entries_taken_out_or_put_elsewhere_are_seen() throws IOException {
        FileLedger ledger = new FileLedger(file());
        for (int i = 1; i <= 3; i++) {
            ledger.add(Examples.release("R" + i, "X", i));
        }
        List<String> lines = Files.readAllLines(file());
        Files.writeString(file(), lines.get(0) + "\n" + lines.get(2) + "\n");
        assertThatThrownBy(() -> new FileLedger(file()).verify()).hasMessageContaining("taken out");
        Files.writeString(file(), lines.get(1) + "\n" + lines.get(0) + "\n" + lines.get(2) + "\n");
        assertThatThrownBy(() -> new FileLedger(file()).verify()).isInstanceOf(LedgerException.class);
        Files.writeString(file(), lines.get(0) + "\n");
        assertThatThrownBy(ledger::verify).hasMessageContaining("cut off");
    }

    @Test
    @Timeout(60)
    void writers_of_one_process_lose_nothing() throws Exception {
        List<Thread> writers = new ArrayList<>();
        for (int w = 0; w < 4; w++) {
            int writer = w;
            writers.add(new Thread(() -> {
                try {
                    FileLedger own = new FileLedger(file());
                    for (int i = 0; i < 25; i++) {
                        own.add(Examples.release(writer + "-" + i, "X", i));
                    }
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }));
        }
        writers.forEach(Thread::start);
        for (Thread writer : writers) {
            writer.join();
        }
        FileLedger ledger = new FileLedger(file());
        assertThat(ledger.verify().releases()).isEqualTo(100);
        assertThat(ids(ledger)).doesNotHaveDuplicates().hasSize(100);
    }

    /** A process that adds until it is ended, and tells what is kept. */
    public static final class Writer {
        private Writer() {}

        /** Adds to the ledger that is named. */
        public static void main(String[] args) throws IOException {
            FileLedger ledger = new FileLedger(Path.of(args[0]));
            for (int i = 0; i < Integer.parseInt(args[2]); i++) {
                ledger.add(Examples.release(args[1] + "-" + i, "X", i));
                System.out.println(args[1] + "-" + i);
                System.out.flush();
            }
        }
    }

    private Process writer(String name, int releases) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        file().toString(),
                        name,
                        Integer.toString(releases))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    @Test
    @Timeout(120)
    void writers_of_two_processes_lose_nothing() throws Exception {
        Process one = writer("a", 60);
        Process other = writer("b", 60);
        one.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
        other.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
        assertThat(one.waitFor()).isZero();
        assertThat(other.waitFor()).isZero();
        FileLedger ledger = new FileLedger(file());
        assertThat(ledger.verify().releases()).isEqualTo(120);
        assertThat(ids(ledger)).doesNotHaveDuplicates().hasSize(120);
    }

    @Test
    @Timeout(120)
    void a_process_killed_at_any_moment_leaves_all_that_it_told() throws Exception {
        for (int kill = 0; kill < 5; kill++) {
            Files.deleteIfExists(file());
            Process process = writer("k", 100_000);
            StringBuilder told = new StringBuilder();
            int enough = 3 + 17 * kill;
            for (int c = process.getInputStream().read();
                    c >= 0;
                    c = process.getInputStream().read()) {
                told.append((char) c);
                if (told.chars().filter(each -> each == '\n').count() == enough) {
                    break;
                }
            }
            process.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
            List<String> complete = told.toString().lines().toList();
            assertThat(complete).hasSize(enough);
            FileLedger ledger = new FileLedger(file());
            ledger.verify();
            assertThat(ids(ledger)).startsWith(complete.toArray(new String[0]));
            ledger.add(Examples.release("after", "X", 1));
            assertThat(ids(ledger)).endsWith("after");
        }
    }
}
