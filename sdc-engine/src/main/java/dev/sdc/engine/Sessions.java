package dev.sdc.engine;

import dev.sdc.engine.intake.Intake;
import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.intake.ReceivedFile;
import dev.sdc.engine.read.FileReader;
import dev.sdc.engine.read.acro.Session;
import dev.sdc.engine.read.acro.SessionFile;
import dev.sdc.engine.read.acro.SessionReader;
import dev.sdc.engine.rule.Listing;
import dev.sdc.engine.submission.OutputFile;
import dev.sdc.engine.submission.Submission;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The ACRO sessions among the files that were handed in.
 *
 * <p>A session keeps the file with its claims, its settings and its checksums for itself: they are no outputs and never
 * released. What only looks like one of them is an output like any other.
 */
final class Sessions {
    private static final Set<String> CLAIMS = Set.of("results.json", "outputs.json");
    private static final String SETTINGS = "config.json";
    private static final String CHECKSUMS = "checksums/";

    /**
     * One session.
     *
     * @param folder the folder it lies in, ending in {@code /}; empty for that of the submission
     * @param results the file with the claims
     * @param kept the session's own files, in path order
     * @param digests the digests that it gives, by path
     */
    record Found(
            String folder,
            ReceivedFile results,
            Session session,
            List<ReceivedFile> kept,
            Map<String, String> digests) {

        /** The path of a file that the session names. */
        String path(String name) {
            String plain = name.replace('\\', '/');
            return folder + (plain.startsWith("./") ? plain.substring(2) : plain);
        }

        /** The paths of all files that it names. */
        Set<String> named() {
            Set<String> named = new HashSet<>();
            for (Session.Claim claim : session.claims()) {
                claim.files().forEach(file -> named.add(path(file.name())));
            }
            return named;
        }
    }

    private final List<Found> found;
    private final Set<String> kept = new HashSet<>();
    private final Map<Found, Set<String>> named = new HashMap<>();

    private Sessions(List<Found> found) {
        this.found = List.copyOf(found);
        for (Found session : found) {
            session.kept().forEach(file -> kept.add(file.path()));
            named.put(session, session.named());
        }
    }

    /** The sessions in a submission. */
    static Sessions in(Submission submission, Limits limits, FileReader reader) {
        Map<String, OutputFile> files = new TreeMap<>();
        submission.files().forEach(file -> files.put(file.path(), file));
        submission.undeclared().forEach(file -> files.put(file.path(), file));
        Set<String> outputs = new HashSet<>();
        if (submission.listsOutputs()) {
            submission.files().forEach(file -> outputs.add(file.path()));
        }
        Intake intake = new Intake(limits);
        List<Found> found = new ArrayList<>();
        for (OutputFile file : files.values()) {
            String folder = file.path().substring(0, file.path().lastIndexOf('/') + 1);
            if (CLAIMS.contains(file.path().substring(folder.length()))) {
                ReceivedFile results = intake.receive(file);
                if (reader.session(results) instanceof SessionFile.Claims claims) {
                    found.add(session(folder, results, claims.session(), files, outputs, intake, reader));
                }
            }
        }
        return new Sessions(found);
    }

    private static Found session(
            String folder,
            ReceivedFile results,
            Session session,
            Map<String, OutputFile> files,
            Set<String> outputs,
            Intake intake,
            FileReader reader) {
        List<ReceivedFile> kept = new ArrayList<>();
        Map<String, String> digests = new HashMap<>();
        for (Session.Claim claim : session.claims()) {
            for (Session.ClaimedFile file : claim.files()) {
                if (!file.digest().isEmpty()) {
                    digests.put(folder + file.name(), file.digest());
                }
            }
        }
        kept.add(results);
        OutputFile settings = files.get(folder + SETTINGS);
        if (settings != null) {
            ReceivedFile received = intake.receive(settings);
            if (reader.session(received) instanceof SessionFile.Settings) {
                kept.add(received);
            }
        }
        for (OutputFile file : files.values()) {
            String path = file.path();
            if (path.startsWith(folder + CHECKSUMS) && path.endsWith(".txt")) {
                ReceivedFile received = intake.receive(file);
                Optional<String> digest = SessionReader.digest(received.bytes());
                if (digest.isPresent()) {
                    kept.add(received);
                    digests.put(
                            folder + path.substring((folder + CHECKSUMS).length(), path.length() - ".txt".length()),
                            digest.get());
                }
            }
        }
        kept.removeIf(file -> outputs.contains(file.path()));
        kept.sort(Comparator.comparing(ReceivedFile::path));
        return new Found(folder, results, session, List.copyOf(kept), Map.copyOf(digests));
    }

    List<Found> found() {
        return found;
    }

    /** The files that the sessions keep for themselves. */
    Stream<ReceivedFile> kept() {
        return found.stream().flatMap(session -> session.kept().stream());
    }

    /** Whether a file belongs to a session itself, and so is no output. */
    boolean keep(String path) {
        return kept.contains(path);
    }

    /** How an output stands to the session that it lies in; where the submission lists outputs, that list decides. */
    Listing listing(ReceivedFile file, boolean submissionLists) {
        Found session = around(file.path());
        if (session == null) {
            return Listing.LISTED;
        }
        String digest = session.digests().get(file.path());
        if (digest != null && !digest.equals(file.sha256())) {
            return Listing.CHANGED;
        }
        boolean listed =
                submissionLists || named.getOrDefault(session, Set.of()).contains(file.path());
        return listed ? Listing.LISTED : Listing.NOT_IN_SESSION;
    }

    /** The session in the nearest folder. */
    private @Nullable Found around(String path) {
        Found nearest = null;
        for (Found session : found) {
            if (path.startsWith(session.folder())
                    && (nearest == null
                            || session.folder().length() > nearest.folder().length())) {
                nearest = session;
            }
        }
        return nearest;
    }
}
