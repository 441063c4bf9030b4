package dev.sdc.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import dev.sdc.engine.gate.Digest;
import dev.sdc.engine.gate.Ed25519Key;
import dev.sdc.engine.gate.EventLog;
import dev.sdc.engine.gate.GateAudit;
import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** A long log, verified. */
record GateLog(Path folder, long events) {
    void run() throws Exception {
        SampleGate gate = new SampleGate(folder.resolve("gate"), Ed25519Key.generate());
        EventLog.Head before = gate.folder().log().head();
        String head = before.digest().hex();
        Path log = folder.resolve("gate/log.jsonl");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(log, StandardOpenOption.APPEND))) {
            for (long n = before.events() + 1; n <= events; n++) {
                byte[] line = ("{\"n\":" + n + ",\"prev\":\"" + head + "\",\"at\":\"" + Instant.now()
                                + "\",\"event\":\"LOGIN\",\"by\":\"adam\",\"details\":{\"from\":\"/10.0.0.7:51234\","
                                + "\"user\":\"drop\",\"with\":\"a key of the keyring\"}}")
                        .getBytes(StandardCharsets.UTF_8);
                out.write(line);
                out.write('\n');
                head = Digest.of(line).hex();
            }
        }
        gate.folder().checkpoint();
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long cpu = system.getProcessCpuTime();
        long start = System.nanoTime();
        GateAudit.Outcome outcome = GateAudit.of(gate.folder(), List.of());
        System.out.printf(
                Locale.ROOT,
                "log of %d events, %d MB: verified in %.1f s (%.1f s of processor time), %d problems%n",
                outcome.events(),
                Files.size(log) >> 20,
                (System.nanoTime() - start) / 1e9,
                (system.getProcessCpuTime() - cpu) / 1e9,
                outcome.problems().size());
    }
}
