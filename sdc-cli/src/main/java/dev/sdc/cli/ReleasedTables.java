package dev.sdc.cli;

import dev.sdc.engine.audit.ledger.Ledger;
import dev.sdc.engine.audit.ledger.Release;
import dev.sdc.engine.audit.ledger.Releases;
import dev.sdc.engine.gate.ContentStore;
import dev.sdc.engine.gate.Digest;
import dev.sdc.engine.gate.GateException;
import dev.sdc.engine.release.Released;
import dev.sdc.engine.submission.DeclarationException;
import dev.sdc.engine.submission.OutputFile;
import dev.sdc.engine.submission.Submission;
import dev.sdc.engine.submission.SubmissionReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Adds the tables of a release to a ledger, so that later requests are compared with them. They are read from the store,
 * as they were checked and sent. A release that is in the ledger already, because it was broken off after that, is not
 * added again.
 */
record ReleasedTables(Ledger ledger, ContentStore store, Terminal terminal) implements Released.Ledger {
    /** The ledgers that a command tells of releases: the one that was named, or none. */
    static List<Released.Ledger> of(@Nullable Ledger ledger, ContentStore store, Terminal terminal) {
        return ledger == null ? List.of() : List.of(new ReleasedTables(ledger, store, terminal));
    }

    @Override
    public void append(Released released) throws IOException {
        try {
            Submission submission = submission(released);
            Release kept = Releases.of(
                    released.request(),
                    submission.dataset(),
                    released.at().toString(),
                    LedgerCommand.outputs(submission, terminal));
            if (!kept.sheets().isEmpty() && !isIn(kept)) {
                ledger.add(kept);
            }
        } catch (DeclarationException e) {
            throw new IOException("the profile of the request can no longer be read", e);
        } catch (GateException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** Another gate, or somebody by hand, may have used the same id for other tables: these are no reason to leave it out. */
    private boolean isIn(Release kept) throws IOException {
        boolean[] known = new boolean[1];
        ledger.forEach(earlier ->
                known[0] |= earlier.id().equals(kept.id()) && tables(earlier).equals(tables(kept)));
        return known[0];
    }

    private static List<List<Object>> tables(Release release) {
        return release.sheets().stream()
                .map(sheet -> List.<Object>of(sheet.file(), String.valueOf(sheet.sheet()), sheet.rows()))
                .toList();
    }

    private Submission submission(Released released) throws IOException, GateException, DeclarationException {
        List<OutputFile> files = released.files().stream()
                .map(file -> OutputFile.onDisk(file.path(), store.path(file.digest())))
                .toList();
        List<byte[]> containment = new ArrayList<>();
        for (Digest table : released.containment()) {
            containment.add(store.bytes(table));
        }
        return SubmissionReader.ofKept(
                released.declaration() == null ? null : store.bytes(released.declaration()), containment, files);
    }
}
