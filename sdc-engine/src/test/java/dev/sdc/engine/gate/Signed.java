package dev.sdc.engine.gate;

import dev.sdc.engine.gate.Statement.Check;
import dev.sdc.engine.gate.Statement.Choice;
import dev.sdc.engine.gate.Statement.Decision;
import dev.sdc.engine.gate.Statement.Plea;
import dev.sdc.engine.gate.Statement.Request;
import dev.sdc.engine.report.Report;
import dev.sdc.engine.report.ReportJson;
import dev.sdc.engine.report.Verdict;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Finding;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A request that two people have approved, and the means to spoil it. */
final class Signed {
    static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
    static final Destination DROP = drop("/drop");
    static final Digest PROFILE = Digest.of("profile".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    static final ReleasedFile T1 =
            new ReleasedFile("t1.csv", Digest.of("a,b\n".getBytes(java.nio.charset.StandardCharsets.UTF_8)), 4);

    final Map<String, Ed25519Key> keys = new LinkedHashMap<>();
    Keyring keyring = Keyring.empty(MONDAY);
    Policy policy = new Policy(PROFILE, 2, true, Duration.ofDays(30), Duration.ofDays(14), null);
    Verdict verdict = Verdict.PASS;
    List<Finding> findings = List.of();

    @Nullable
    Plea plea;

    String reason = "";
    List<ReleasedFile> files = List.of(T1);
    Instant now = MONDAY.plus(Duration.ofHours(1));
    final List<Envelope> decisions = new ArrayList<>();

    Envelope request;
    Envelope check;
    byte[] report;

    Signed() {
        person("ana", Role.REQUESTER);
        person("ben", Role.CHECKER);
        person("cora", Role.CHECKER);
        person("dora", Role.SENIOR);
        person("eve", Role.CHECKER, Role.REQUESTER);
        person("gate", Role.GATE);
        person("root");
    }

    static Destination drop(String path) {
        return new Destination("sdc", "drop.example.org", 22, path, "SHA256:" + "A".repeat(43));
    }

    void person(String name, Role... roles) {
        keys.put(name, Ed25519Key.generate());
        keyring = keyring.with(
                new Person(
                        name,
                        Map.of(Person.EVERY_PROJECT, Set.of(roles)),
                        List.of(new Person.Held(key(name).publicKey(), MONDAY.minus(Duration.ofDays(1)), null))),
                MONDAY);
    }

    Ed25519Key key(String name) {
        return java.util.Objects.requireNonNull(keys.get(name));
    }

    static Finding finding(Disposition disposition) {
        return new Finding(
                "FREQ-001", disposition, "t1.csv", null, "A1", null, null, null, "m", "b", "r", null, List.of());
    }

    Signed failing(Disposition disposition) {
        verdict = Verdict.FAIL;
        findings = List.of(finding(disposition));
        return this;
    }

    Signed pleaded() {
        plea = new Plea("nobody is told", "the paper needs it", "once");
        reason = "seen with the data owner";
        return this;
    }

    /** Request and check as they should be. */
    Signed checked() throws Exception {
        request = new Request("r1", 1, "*", "ana", MONDAY, files, null, List.of(), plea).signedBy(key("ana"));
        report = report(files, false);
        check = check(files).signedBy(key("gate"));
        return this;
    }

    Check check(List<ReleasedFile> of) {
        return new Check(
                Digest.of(request.json()),
                "r1",
                1,
                Digest.of(report),
                verdict,
                "sdc:1",
                "handbook-10",
                PROFILE,
                null,
                List.of(),
                MONDAY,
                of);
    }

    byte[] report(List<ReleasedFile> of, boolean redacted) throws IOException {
        List<Report.FileReport> reported = of.stream()
                .map(file -> new Report.FileReport(
                        file.path(),
                        file.digest().hex(),
                        file.bytes(),
                        "text/csv",
                        verdict,
                        List.of(),
                        List.of(),
                        List.of()))
                .toList();
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        ReportJson.write(
                new Report(
                        verdict,
                        new Report.ProfileUsed("handbook-10", "1", PROFILE.hex(), "", List.of(), List.of()),
                        new Report.Engine("sdc", "1"),
                        new Report.Checked("r1", PROFILE.hex()),
                        reported,
                        findings,
                        0,
                        redacted,
                        List.of(),
                        null),
                json);
        return json.toByteArray();
    }

    Signed approved(String... names) throws Exception {
        if (request == null) {
            checked();
        }
        for (String name : names) {
            decisions.add(approval(name).signedBy(key(name)));
        }
        return this;
    }

    Decision approval(String by) {
        return decision(by, Choice.APPROVE, DROP);
    }

    Decision decision(String by, Choice choice, @Nullable Destination place) {
        return new Decision(
                Digest.of(check.json()),
                "r1",
                1,
                choice,
                by,
                MONDAY,
                place,
                MONDAY,
                MONDAY.plus(Duration.ofDays(14)),
                "nonce-of-" + by,
                reason,
                files);
    }

    Answer answer() {
        return ReleaseGate.evaluate(new SignedReport(request, check, report), decisions, policy, keyring, () -> now);
    }

    List<Reason.Code> codes() {
        return answer() instanceof Answer.Closed closed
                ? closed.reasons().stream().map(Reason::code).toList()
                : List.of();
    }
}
