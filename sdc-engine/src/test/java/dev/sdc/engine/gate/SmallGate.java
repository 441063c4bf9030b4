package dev.sdc.engine.gate;

import dev.sdc.engine.gate.Statement.Choice;
import dev.sdc.engine.gate.Statement.Plea;
import dev.sdc.engine.report.Report;
import dev.sdc.engine.report.Verdict;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Finding;
import dev.sdc.engine.rule.Profile;
import dev.sdc.engine.rule.SmallProfiles;
import dev.sdc.engine.submission.OutputFile;
import dev.sdc.engine.submission.Submission;
import dev.sdc.engine.submission.SubmissionReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A gate on disk with the people of a small centre, a profile, and a checker that finds what it is told. */
public final class SmallGate {
    public final GateFolder gate;
    public final Workflow workflow;
    public final Ed25519Key root = Ed25519Key.generate();
    public final Path files;
    public volatile Instant now = Signed.MONDAY;
    public Destination destination = Signed.DROP;

    @Nullable
    Plea plea;

    private final Map<String, Ed25519Key> keys = new HashMap<>();
    private final Profile profile = SmallProfiles.profile();
    private Verdict verdict = Verdict.PASS;
    private List<Finding> findings = List.of();

    public SmallGate(Path folder) throws Exception {
        files = Files.createDirectories(folder.resolve("in"));
        gate = GateFolder.create(folder.resolve("gate"), root, () -> now);
        workflow = new Workflow(gate, (floor, named) -> profile);
        person("ana", Role.REQUESTER);
        person("ben", Role.CHECKER);
        person("cora", Role.CHECKER);
        person("dora", Role.SENIOR);
        person("adam", Role.RELEASE_ADMIN);
    }

    public void person(String name, Role... roles) throws Exception {
        keys.computeIfAbsent(name, any -> Ed25519Key.generate());
        gate.replaceKeyring(gate.keyring()
                .with(
                        new Person(
                                name,
                                Map.of("*", Set.of(roles)),
                                List.of(new Person.Held(key(name).publicKey(), now.minus(Duration.ofDays(1)), null))),
                        now)
                .signedBy(root));
    }

    /** Gives a person another key, in the form of OpenSSH. */
    public void holds(String name, String pub) throws Exception {
        Person before = java.util.Objects.requireNonNull(gate.keyring().people().get(name));
        List<Person.Held> held = new ArrayList<>(before.keys());
        held.add(new Person.Held(SshPublicKey.parse(pub), now.minus(Duration.ofDays(1)), null));
        gate.replaceKeyring(
                gate.keyring().with(new Person(name, before.roles(), held), now).signedBy(root));
    }

    public Ed25519Key key(String name) {
        return java.util.Objects.requireNonNull(keys.get(name));
    }

    public void file(String name, String text) throws Exception {
        Path file = files.resolve(name);
        Files.createDirectories(java.util.Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text);
    }

    void finds(Verdict newVerdict, Disposition disposition) {
        verdict = newVerdict;
        findings = List.of(Signed.finding(disposition));
    }

    public Submission submission() throws Exception {
        return SubmissionReader.readFolder(files, null);
    }

    public Standing submit() throws Exception {
        return submit("ana");
    }

    Standing submit(String by) throws Exception {
        now = now.plusSeconds(1);
        return workflow.submit(submission(), "r1", plea, key(by), this::report);
    }

    /** Hands in what lies there, to a gate with the same people. */
    public Standing submitTo(Workflow other, String id) throws Exception {
        return other.submit(submission(), id, plea, key("ana"), this::report);
    }

    Standing decide(String by, Choice choice) throws Exception {
        return decideAs(by, by, choice);
    }

    Standing decideAs(String by, String key, Choice choice) throws Exception {
        now = now.plusSeconds(1);
        return workflow.decide(
                workflow.draft("r1", by, choice, choice == Choice.APPROVE ? destination : null, null, "seen")
                        .signedBy(key(key)));
    }

    /** Hands in what lies there and has two people approve it. */
    public Standing approved() throws Exception {
        submit();
        decide("ben", Choice.APPROVE);
        return decide("cora", Choice.APPROVE);
    }

    /** The workflow as another process would see it. */
    public Workflow reopened() throws Exception {
        return reopened(() -> now);
    }

    /** The workflow as another process would see it, with a clock of its own. */
    public Workflow reopened(InstantSource clock) throws Exception {
        return reopened(gate.path(), clock);
    }

    /** The workflow of a copy of the gate. */
    public Workflow reopened(Path copy, InstantSource clock) throws Exception {
        return new Workflow(GateFolder.open(copy, null, clock), (floor, named) -> profile);
    }

    public Standing standing() throws Exception {
        return workflow.standing("r1");
    }

    private Report report(Submission submission, Profile by) {
        List<Report.FileReport> reported = new ArrayList<>();
        for (OutputFile file : submission.files()) {
            try {
                Path location = ((OutputFile.Content.OnDisk) file.content()).location();
                ContentStore.Stored stored = ContentStore.look(location);
                reported.add(new Report.FileReport(
                        file.path(),
                        stored.digest().hex(),
                        stored.bytes(),
                        "text/csv",
                        verdict,
                        List.of(),
                        List.of(),
                        List.of()));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
        return new Report(
                verdict,
                new Report.ProfileUsed(by.name(), by.version(), by.sha256(), "", List.of(), List.of()),
                new Report.Engine("sdc", "1"),
                new Report.Checked("r1", by.sha256()),
                reported,
                findings,
                0,
                false,
                List.of(),
                null);
    }
}
