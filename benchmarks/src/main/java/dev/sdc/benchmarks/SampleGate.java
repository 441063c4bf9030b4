package dev.sdc.benchmarks;

import dev.sdc.engine.gate.Destination;
import dev.sdc.engine.gate.Ed25519Key;
import dev.sdc.engine.gate.Event;
import dev.sdc.engine.gate.GateAudit;
import dev.sdc.engine.gate.GateFolder;
import dev.sdc.engine.gate.Person;
import dev.sdc.engine.gate.Role;
import dev.sdc.engine.gate.Standing;
import dev.sdc.engine.gate.Statement.Choice;
import dev.sdc.engine.gate.Workflow;
import dev.sdc.engine.report.Report;
import dev.sdc.engine.report.Verdict;
import dev.sdc.engine.rule.Profile;
import dev.sdc.engine.rule.Profiles;
import dev.sdc.engine.submission.OutputFile;
import dev.sdc.engine.submission.Submission;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** A gate with its people, whose checks pass unseen: the checker is measured elsewhere. */
final class SampleGate {
    private final GateFolder folder;
    private final Workflow workflow;
    private final Ed25519Key root = Ed25519Key.generate();
    private final Map<String, Ed25519Key> keys = new HashMap<>();

    SampleGate(Path at, Ed25519Key admin) throws Exception {
        folder = GateFolder.create(at, root, Clock.systemUTC());
        workflow = new Workflow(folder, Profiles::choose);
        person("ana", Ed25519Key.generate(), Role.REQUESTER);
        person("ben", Ed25519Key.generate(), Role.CHECKER);
        person("cora", Ed25519Key.generate(), Role.CHECKER);
        person("adam", admin, Role.RELEASE_ADMIN);
    }

    private void person(String name, Ed25519Key key, Role role) throws Exception {
        keys.put(name, key);
        Person person = new Person(
                name,
                Map.of("*", Set.of(role)),
                List.of(new Person.Held(key.publicKey(), Instant.now().minusSeconds(60), null)));
        folder.replaceKeyring(folder.keyring().with(person, Instant.now()).signedBy(root));
    }

    private Ed25519Key key(String name) {
        return Objects.requireNonNull(keys.get(name));
    }

    Workflow workflow() {
        return workflow;
    }

    GateFolder folder() {
        return folder;
    }

    /** Hands in what lies in a folder and has two people approve it. */
    void approve(String id, Path in, Destination place) throws Exception {
        List<OutputFile> files = new ArrayList<>();
        try (Stream<Path> all = Files.list(in)) {
            all.sorted().forEach(file -> files.add(OutputFile.onDisk(String.valueOf(file.getFileName()), file)));
        }
        var submission = Submission.builder();
        files.forEach(submission::file);
        workflow.submit(submission.build(), id, null, key("ana"), SampleGate::passed);
        for (String name : List.of("ben", "cora")) {
            workflow.decide(
                    workflow.draft(id, name, Choice.APPROVE, place, null, "").signedBy(key(name)));
        }
    }

    /** Refuses what was lost, doubled or changed. */
    void requireOnce(String id, Path in, Path drop) throws Exception {
        Map<String, Integer> delivered = new HashMap<>();
        List<Event.Kind> kinds = new ArrayList<>();
        folder.log().read((event, digest) -> {
            kinds.add(event.kind());
            if (event.kind() == Event.Kind.DELIVERED) {
                delivered.merge(String.valueOf(event.details().get("file")), 1, Integer::sum);
            }
        });
        int sent = 0;
        try (Stream<Path> all = Files.list(in)) {
            for (Path file : all.toList()) {
                sent++;
                String name = String.valueOf(file.getFileName());
                require(Files.mismatch(file, drop.resolve(name)) == -1, name + " arrived otherwise");
                require(delivered.getOrDefault(name, 0) == 1, name + " was noted down " + delivered.get(name));
            }
        }
        try (Stream<Path> all = Files.list(drop)) {
            require(all.count() == sent, "something else is there");
        }
        require(kinds.stream().filter(Event.Kind.RELEASED::equals).count() == 1, "released not once");
        require(kinds.stream().filter(Event.Kind.ORDERED::equals).count() == 1, "ordered not once");
        require(workflow.standing(id).state() == Standing.State.RELEASED, "not released");
        require(GateAudit.of(folder, List.of()).problems().isEmpty(), "the gate is damaged");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }

    private static Report passed(Submission submission, Profile profile) {
        List<Report.FileReport> files = new ArrayList<>();
        for (OutputFile file : submission.files()) {
            Path at = ((OutputFile.Content.OnDisk) file.content()).location();
            try {
                String digest = Objects.requireNonNull(at.getParent()).getFileName() + "" + at.getFileName();
                files.add(new Report.FileReport(
                        file.path(),
                        digest,
                        Files.size(at),
                        "text/csv",
                        Verdict.PASS,
                        List.of(),
                        List.of(),
                        List.of()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new Report(
                Verdict.PASS,
                new Report.ProfileUsed(profile.name(), profile.version(), profile.sha256(), "", List.of(), List.of()),
                new Report.Engine("none", "0"),
                new Report.Checked("made up", profile.sha256()),
                files,
                List.of(),
                0,
                false,
                List.of(),
                null);
    }
}
