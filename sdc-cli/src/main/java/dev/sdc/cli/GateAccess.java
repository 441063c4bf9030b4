package dev.sdc.cli;

import dev.sdc.engine.gate.Destination;
import dev.sdc.engine.gate.GateException;
import dev.sdc.engine.gate.GateFolder;
import dev.sdc.engine.gate.Standing;
import dev.sdc.engine.gate.Workflow;
import dev.sdc.engine.rule.Profiles;
import dev.sdc.engine.submission.DeclarationException;
import dev.sdc.engine.submission.Submission;
import dev.sdc.engine.submission.SubmissionReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which gate a command works on. */
final class GateAccess {
    @Option(
            names = "--gate",
            paramLabel = "DIR",
            description = "The gate's folder (default: $SDC_GATE, else ~/.sdc/gate).")
    private @Nullable Path folder;

    @Option(
            names = "--trust",
            paramLabel = "SHA256:...",
            description =
                    "The fingerprint of the key that must sign the keyring (default: $SDC_TRUST, else the folder's).")
    private @Nullable String trust;

    /** A request and the folder that it was handed in from, where that is known. */
    record Named(String id, @Nullable Submission submission) {}

    Path path() {
        if (folder != null) {
            return folder;
        }
        String set = System.getenv("SDC_GATE");
        return set == null || set.isEmpty() ? Path.of(System.getProperty("user.home"), ".sdc", "gate") : Path.of(set);
    }

    GateFolder open() throws IOException, GateException {
        String set = System.getenv("SDC_TRUST");
        String trusted = trust != null ? trust : set == null || set.isEmpty() ? null : set;
        return GateFolder.open(path(), trusted, Clock.systemUTC());
    }

    Workflow workflow() throws IOException, GateException {
        return new Workflow(open(), Profiles::choose);
    }

    /** The request of a folder, or of an id where there is no such folder. */
    static Named named(Path folderOrId) throws UsageException, DeclarationException {
        if (!Files.isDirectory(folderOrId)) {
            if (folderOrId.getNameCount() != 1 || folderOrId.isAbsolute()) {
                throw new UsageException(folderOrId + ": there is no such folder, and this is no request's id");
            }
            return new Named(folderOrId.toString(), null);
        }
        Submission submission = SubmissionReader.readFolder(folderOrId, null);
        Path name = folderOrId.toAbsolutePath().normalize().getFileName();
        String id = submission.id();
        return new Named(id != null ? id : String.valueOf(name), submission);
    }

    /** The request as it stands; refused where its files are no longer those that were handed in. */
    static Standing unchanged(Workflow workflow, Named named) throws IOException, GateException {
        Standing standing = workflow.standing(named.id);
        if (named.submission != null) {
            workflow.requireUnchanged(named.submission, standing);
        }
        return standing;
    }

    static Destination destination(String url, String hostKey) throws UsageException {
        try {
            return Destination.parse(url, hostKey);
        } catch (GateException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }
}
