package dev.sdc.benchmarks;

import java.nio.file.Path;

/** The gate at size: a release beside OpenSSH's {@code sftp}, a long log, releases that are killed. */
public final class GateRuns {
    private GateRuns() {}

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[1]).toAbsolutePath();
        switch (args[0]) {
            case "release" ->
                new GateRelease(folder, Integer.parseInt(args[2]), Long.parseLong(args[3]), Integer.parseInt(args[4]))
                        .run();
            case "log" -> new GateLog(folder, Long.parseLong(args[2])).run();
            case "kill" -> new GateKills(folder, Integer.parseInt(args[2])).run();
            case "once" -> GateKills.once(folder, args[2], args[3]);
            default -> throw new IllegalArgumentException(args[0]);
        }
    }
}
