package dev.sdc.engine.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventLogTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private Instant now = Signed.MONDAY;

    private EventLog log() {
        return new EventLog(folder, () -> now);
    }

    @BeforeEach
    void fourEvents() throws Exception {
        EventLog log = log();
        for (int i = 1; i <= 4; i++) {
            now = now.plusSeconds(1);
            log.append(Event.Kind.LOGIN, null, "ben", Map.of("from", "10.0.0." + i));
        }
    }

    @Test
    void readsBack() throws Exception {
        assertThat(events(log())).extracting(Event::number).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void anEditedLineIsFound() throws Exception {
        replace("10.0.0.2", "10.0.0.9");
        refuses("line 3");
    }

    @Test
    void anEditedLastLineIsFoundByTheNextEventsOfOneWhoSawIt() throws Exception {
        EventLog seen = log();
        EventLog.Head head = seen.head();
        replace("10.0.0.4", "10.0.0.9");
        EventLog.Head changed = log().read((event, digest) -> {});
        assertThat(changed.digest()).isNotEqualTo(head.digest());
        now = now.plusSeconds(1);
        seen.append(Event.Kind.LOGIN, null, "ben", Map.of());
        refuses("line 5");
    }

    @Test
    void aMissingLineAnAddedOneAndAnotherOrderAreFound() throws Exception {
        List<String> lines = lines();
        write(lines.get(0), lines.get(2), lines.get(3));
        refuses("line 2");
        write(lines.get(0), lines.get(1), lines.get(1), lines.get(2), lines.get(3));
        refuses("line 3");
        write(lines.get(0), lines.get(2), lines.get(1), lines.get(3));
        refuses("line 2");
        write(lines.get(1), lines.get(2), lines.get(3));
        refuses("line 1");
    }

    @Test
    void aCutOffEndIsFoundByWhoSawIt() throws Exception {
        EventLog seen = log();
        seen.head();
        List<String> lines = lines();
        write(lines.get(0), lines.get(1));

        assertThatThrownBy(() -> seen.append(Event.Kind.LOGIN, null, "ben", Map.of()))
                .hasMessageContaining("cut off after event 4");
    }

    @Test
    void anUnfinishedLineIsMendedAndTold() throws Exception {
        Files.writeString(folder.resolve("log.jsonl"), "{\"n\":5,\"pr", StandardOpenOption.APPEND);
        assertThat(events(log())).as("what is whole is read").hasSize(4);
        assertThatThrownBy(() -> log().readWhole((event, digest) -> {}))
                .isInstanceOf(GateException.class)
                .hasMessageContaining("unfinished");

        log().append(Event.Kind.LOGIN, null, "ben", Map.of());

        assertThat(events(log()))
                .extracting(Event::kind)
                .endsWith(Event.Kind.RECOVERED, Event.Kind.LOGIN)
                .hasSize(6);
    }

    @Test
    void theClockMayNotGoBack() throws Exception {
        now = now.minus(Duration.ofMinutes(3));
        assertThatThrownBy(() -> log().append(Event.Kind.LOGIN, null, "ben", Map.of()))
                .hasMessageContaining("set the clock");
        now = now.plus(Duration.ofMinutes(2));
        log().append(Event.Kind.LOGIN, null, "ben", Map.of());
        assertThat(events(log())).hasSize(5);
    }

    @Test
    void severalWritersMakeOneChain() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<?>> writers = new ArrayList<>();
        for (int w = 0; w < 4; w++) {
            EventLog own = log();
            writers.add(threads.submit(() -> {
                for (int i = 0; i < 25; i++) {
                    own.append(Event.Kind.LOGIN, null, "w", Map.of(), false);
                }
                return null;
            }));
        }
        for (Future<?> writer : writers) {
            writer.get();
        }
        threads.shutdown();

        assertThat(events(log())).hasSize(104);
    }

    private void refuses(String text) {
        assertThatThrownBy(() -> log().read((event, digest) -> {}))
                .isInstanceOf(GateException.class)
                .hasMessageContaining(text);
    }

    private static List<Event> events(EventLog log) throws Exception {
        List<Event> events = new ArrayList<>();
        log.read((event, digest) -> events.add(event));
        return events;
    }

    private List<String> lines() throws Exception {
        return Files.readAllLines(folder.resolve("log.jsonl"));
    }

    private void write(String... lines) throws Exception {
        Files.writeString(folder.resolve("log.jsonl"), String.join("\n", lines) + "\n");
    }

    private void replace(String from, String to) throws Exception {
        Path file = folder.resolve("log.jsonl");
        String text = Files.readString(file, StandardCharsets.UTF_8);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }
}
