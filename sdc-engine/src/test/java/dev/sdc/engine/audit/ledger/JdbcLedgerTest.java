package dev.sdc.engine.audit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Against a PostgreSQL server of its own on the loopback address, where the machine has one to start. */
@Timeout(180)
class JdbcLedgerTest {
    private static @Nullable PostgresServer server;

    @BeforeAll
    static void start() throws Exception {
        server = PostgresServer.start();
        assumeTrue(server != null, "no PostgreSQL server can be started here: skipped");
    }

    @AfterAll
    static void stop() throws Exception {
        if (server != null) {
            server.stop();
        }
    }

    @BeforeEach
    void empty() throws Exception {
        try (Connection connection = DriverManager.getConnection(url());
                var statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS sdc_ledger, sdc_ledger_key, sdc_ledger_head");
        }
    }

    private static String url() {
        return server == null ? "" : server.url();
    }

    @Test
    void keeps_and_finds_as_a_file_does() throws IOException {
        try (Ledger ledger = Ledger.open(url())) {
            ledger.add(Examples.release("one", "X", 1, 2, 3));
            ledger.add(Examples.release("other", "Y", 1, 2, 3));
            ledger.add(Examples.release("any", null, 2, 3, 4));
        }
        try (Ledger ledger = Ledger.open(url())) {
            assertThat(ledger.sharing("X", new long[] {2, 4}))
                    .extracting(Release::id)
                    .containsExactly("one", "any");
            assertThat(ledger.verify().releases()).isEqualTo(3);
            Release.Sheet kept = Examples.release("one", "X", 1, 2, 3).sheets().get(0);
            Release.Sheet read =
                    ledger.sharing("X", new long[] {1}).get(0).sheets().get(0);
            assertThat(read.rows()).isEqualTo(kept.rows());
            assertThat(read.declared()).isEqualTo(kept.declared());
        }
    }

    @Test
    void has_the_chain_of_a_file(@org.junit.jupiter.api.io.TempDir Path folder) throws IOException {
        try (Ledger database = Ledger.open(url());
                Ledger file = Ledger.open(folder.resolve("l.jsonl").toString())) {
            for (int i = 0; i < 3; i++) {
                assertThat(database.add(Examples.release("R" + i, "X", i)))
                        .isEqualTo(file.add(Examples.release("R" + i, "X", i)));
            }
        }
    }

    @Test
    void sees_what_was_changed_behind_its_back() throws Exception {
        try (Ledger ledger = Ledger.open(url())) {
            ledger.add(Examples.release("R1", "X", 1));
            ledger.add(Examples.release("R2", "X", 2));
            ledger.verify();
            change("UPDATE sdc_ledger SET line = REPLACE(line, 'R2', 'R9') WHERE entry = 2");
            assertThatThrownBy(ledger::verify).isInstanceOf(LedgerException.class);
            change("UPDATE sdc_ledger SET line = REPLACE(line, 'R9', 'R2') WHERE entry = 2");
            ledger.verify();
            change("DELETE FROM sdc_ledger WHERE entry = 1");
            assertThatThrownBy(ledger::verify).isInstanceOf(LedgerException.class);
        }
    }

    private static void change(String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection(url());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void writers_lose_nothing() throws Exception {
        List<Thread> writers = new ArrayList<>();
        for (int w = 0; w < 4; w++) {
            int writer = w;
            writers.add(new Thread(() -> {
                try (Ledger ledger = Ledger.open(url())) {
                    for (int i = 0; i < 20; i++) {
                        ledger.add(Examples.release(writer + "-" + i, "X", i));
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
        try (Ledger ledger = Ledger.open(url())) {
            assertThat(ledger.verify().releases()).isEqualTo(80);
        }
    }

    /** A server in a folder of its own. */
    private record PostgresServer(Path folder, Path programs, int port) {
        static @Nullable PostgresServer start() throws Exception {
            Path programs = installed();
            if (programs == null) {
                return null;
            }
            Path folder = Files.createTempDirectory("sdc-postgres");
            int port;
            try (java.net.ServerSocket free = new java.net.ServerSocket(0)) {
                port = free.getLocalPort();
            }
            PostgresServer server = new PostgresServer(folder, programs, port);
            if (isRoot() && execute("chown", "postgres", folder.toString()) != 0) {
                return null;
            }
            String data = folder.resolve("data").toString();
            boolean started = server.run("initdb", "-D", data, "-A", "trust", "-U", "sdc", "--no-sync") == 0
                    && server.run(
                                    "pg_ctl",
                                    "-D",
                                    data,
                                    "-w",
                                    "-l",
                                    folder.resolve("log").toString(),
                                    "-o",
                                    "-c listen_addresses=127.0.0.1 -c unix_socket_directories='' -p " + port,
                                    "start")
                            == 0;
            return started ? server : null;
        }

        private static @Nullable Path installed() throws IOException {
            List<Path> candidates = new ArrayList<>();
            Path debian = Path.of("/usr/lib/postgresql");
            if (Files.isDirectory(debian)) {
                try (Stream<Path> versions = Files.list(debian)) {
                    versions.map(version -> version.resolve("bin")).sorted().forEach(candidates::add);
                }
            }
            for (String place : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
                candidates.add(Path.of(place));
            }
            return candidates.stream()
                    .filter(place ->
                            Files.isExecutable(place.resolve("initdb")) && Files.isExecutable(place.resolve("pg_ctl")))
                    .findFirst()
                    .orElse(null);
        }

        private static boolean isRoot() {
            return "root".equals(System.getProperty("user.name"));
        }

        /** The server does not run as root. */
        private int run(String program, String... arguments) throws Exception {
            List<String> command = new ArrayList<>();
            if (isRoot()) {
                command.addAll(List.of("runuser", "-u", "postgres", "--"));
            }
            command.add(programs.resolve(program).toString());
            command.addAll(List.of(arguments));
            return execute(command.toArray(new String[0]));
        }

        private static int execute(String... command) throws Exception {
            return new ProcessBuilder(command)
                    .directory(Path.of("/").toFile())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        }

        String url() {
            return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=sdc";
        }

        void stop() throws Exception {
            run("pg_ctl", "-D", folder.resolve("data").toString(), "-m", "immediate", "stop");
            try (Stream<Path> rest = Files.walk(folder)) {
                for (Path path :
                        rest.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            }
        }
    }
}
