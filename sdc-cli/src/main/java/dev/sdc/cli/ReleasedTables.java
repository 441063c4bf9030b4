package dev.sdc.cli;

import dev.sdc.engine.audit.ledger.Ledger;
import dev.sdc.engine.audit.ledger.Release;
import dev.sdc.engine.audit.ledger.Releases;
import dev.sdc.engine.release.Released;
import dev.sdc.engine.submission.DeclarationException;
import dev.sdc.engine.submission.Submission;
import java.io.IOException;

/**
 * Adds the tables of a release to a ledger, so that later requests are compared with them. A release that is in the ledger
 * already, because it was broken off after that, is not added again.
 *
 * @param submission what is released: the folder's files, which were found to be those that were approved
 */
record ReleasedTables(Ledger ledger, Submission submission) implements Released.Ledger {
    @Override
    public void append(Released released) throws IOException {
        boolean[] known = new boolean[1];
        ledger.forEach(earlier -> known[0] |= earlier.id().equals(released.request()));
        if (known[0]) {
            return;
        }
        try {
            Release kept = Releases.of(
                    released.request(),
                    submission.dataset(),
                    released.at().toString(),
                    LedgerCommand.outputs(submission));
            if (!kept.sheets().isEmpty()) {
                ledger.add(kept);
            }
        } catch (DeclarationException e) {
            throw new IOException("the profile of the request can no longer be read", e);
        }
    }
}
