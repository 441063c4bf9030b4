package dev.sdc.cli;

import dev.sdc.engine.audit.ledger.Ledger;
import dev.sdc.engine.audit.ledger.LedgerException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Follows the chain of a ledger from its first entry to its last. */
final class LedgerChain {
    private final Terminal terminal;

    LedgerChain(Terminal terminal) {
        this.terminal = terminal;
    }

    int follow(String address) throws IOException, UsageException {
        try (Ledger ledger = LedgerAddress.required(address)) {
            Ledger.Head head = ledger.verify();
            terminal.out()
                    .write(("whole: " + head.releases() + " releases, the last with the digest " + head.digest() + "\n")
                            .getBytes(StandardCharsets.UTF_8));
            return ExitCode.PASS;
        } catch (LedgerException e) {
            terminal.say(String.valueOf(e.getMessage()));
            return ExitCode.FAIL;
        }
    }
}
