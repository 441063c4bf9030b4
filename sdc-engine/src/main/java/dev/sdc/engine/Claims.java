package dev.sdc.engine;

import dev.sdc.engine.intake.ReceivedFile;
import dev.sdc.engine.read.acro.Session;
import dev.sdc.engine.report.Report;
import dev.sdc.engine.report.Verdict;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.ExaminedFile;
import dev.sdc.engine.rule.Finding;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Output;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Holds what a session claims of its outputs against what the files show. A claim settles nothing: it can call for a
 * person where the files alone would pass, and what rests on it is never passed.
 */
final class Claims {
    private static final String REMEDY =
            "Hand in the session as it was written, with all its files and nothing beside them.";

    private final Sessions.Found session;
    private final ClaimedRoles claimed;
    private final Map<String, ExaminedFile> files = new HashMap<>();
    private final Results results;
    private final List<Finding> onSession = new ArrayList<>();

    Claims(Sessions.Found session, ClaimedRoles claimed, Results results) {
        this.session = session;
        this.claimed = claimed;
        this.results = results;
        claimed.files().forEach(file -> this.files.put(file.file().path(), file));
    }

    /** Adds to what was found on the files, and tells the report of the session. */
    void report(Reporting reporting) {
        itself();
        List<Report.ClaimReport> claims = new ArrayList<>();
        for (Session.Claim claim : session.session().claims()) {
            claims.add(claim(claim));
        }
        ReceivedFile file = session.results();
        reporting.add(
                new Report.SessionReport(
                        file.path(),
                        file.sha256(),
                        session.session().version(),
                        session.kept().stream().map(ReceivedFile::path).toList(),
                        Reporting.worst(onSession),
                        List.copyOf(claims)),
                List.copyOf(onSession));
    }

    private void itself() {
        ReceivedFile file = session.results();
        String digest = session.digests().get(file.path());
        if (digest != null && !digest.equals(file.sha256())) {
            onSession(
                    "",
                    Disposition.HARD,
                    "The claims of the ACRO session were changed after it was closed.",
                    "the SHA-256 of the file is not the one that the session's checksums give");
        }
        if (session.session().claims().isEmpty()) {
            onSession("", Disposition.HUMAN_JUDGEMENT, "The ACRO session names no output.", "its results are empty");
        }
    }

    private Report.ClaimReport claim(Session.Claim claim) {
        List<String> paths = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        Verdict found = Verdict.PASS;
        boolean there = false;
        for (Session.ClaimedFile named : claim.files()) {
            String path = session.path(named.name());
            paths.add(path);
            ExaminedFile file = files.get(path);
            if (file == null) {
                found = found.worst(Verdict.REVIEW);
                remarks.add(path + " is named, but was not handed in");
                onSession(
                        named.pointer(),
                        Disposition.HUMAN_JUDGEMENT,
                        "The ACRO session names a file that is not there.",
                        path + " was not handed in, so it is not checked");
                continue;
            }
            there = true;
            found = found.worst(verdict(file));
            if (session.digests().get(path) == null) {
                remarks.add(path + " has no checksum, so nobody can tell whether it was changed");
            }
            remarks.addAll(new ClaimedCells(file, claim, named, results).remarks());
        }
        if (claim.files().isEmpty()) {
            remarks.add("no file is named");
        }
        if (there) {
            found = found.worst(stricter(claim, paths, found, remarks));
        }
        boolean agrees = claim.status().equalsIgnoreCase(found.name());
        if (!agrees && found.compareTo(claimed(claim)) > 0 && there) {
            remarks.add(
                    0,
                    found == Verdict.FAIL
                            ? "the claim is milder than what the files show"
                            : "the files do not show that the claim is right");
        }
        return new Report.ClaimReport(
                claim.id(), claim.status(), found, agrees, List.copyOf(paths), List.copyOf(remarks));
    }

    /** Where the files pass and the claim says otherwise, a person has to look: ACRO saw the data. */
    private Verdict stricter(Session.Claim claim, List<String> paths, Verdict found, List<String> remarks) {
        boolean custom = claim.type().equals("custom");
        if (found == Verdict.PASS && claimed(claim) != Verdict.PASS && !custom) {
            String why = "ACRO, which saw the data, says " + claim.status() + ": "
                    + claim.says().strip().replaceAll("\\s+", " ");
            remarks.add("the claim is stricter than what the files alone show");
            askAll(
                    paths,
                    "ACRO does not pass this output, and the file alone does not show why.",
                    why,
                    "Look at what ACRO says of it; leave the output out, or say why it is safe.");
            return Verdict.REVIEW;
        }
        if (!claim.values().isEmpty()) {
            return values(claim, paths, remarks);
        }
        return Verdict.PASS;
    }

    /** Sums and means that look like counts would be tested for the wrong thing, and counts called sums too. */
    private Verdict values(Session.Claim claim, List<String> paths, List<String> remarks) {
        Verdict worst = Verdict.PASS;
        for (String path : paths) {
            ExaminedFile file = files.get(path);
            boolean rests = claimed.decides(path);
            if (file != null && (rests || (verdict(file) == Verdict.PASS && holdsOnlyCounts(file)))) {
                String why = "the session says that its cells are " + String.join(" and ", claim.values())
                        + (rests ? ", and nothing else tells what they are" : ", and they are read as counts");
                remarks.add(path + ": " + why);
                askAll(
                        List.of(path),
                        rests ? "Only the session says what these numbers are." : "These numbers may be no counts.",
                        why,
                        "Declare the columns in submission.yaml (magnitude, mean, percentile), with contributions.");
                worst = Verdict.REVIEW;
            }
        }
        return worst;
    }

    private static boolean holdsOnlyCounts(ExaminedFile file) {
        boolean counts = false;
        for (Output output : file.outputs()) {
            if (output instanceof Table table && table.holds(ColumnRole.COUNT)) {
                counts = true;
            }
            if (output instanceof Table table
                    && table.columns().stream()
                            .anyMatch(column -> column.holds().stream()
                                    .anyMatch(role -> role != ColumnRole.COUNT && role != ColumnRole.LABEL))) {
                return false;
            }
        }
        return counts;
    }

    private static Verdict claimed(Session.Claim claim) {
        return switch (claim.status()) {
            case "pass" -> Verdict.PASS;
            case "fail" -> Verdict.FAIL;
            default -> Verdict.REVIEW;
        };
    }

    private Verdict verdict(ExaminedFile file) {
        List<Finding> all = new ArrayList<>();
        results.ofFile(file.file().path()).values().forEach(result -> all.addAll(result.findings()));
        for (Output output : file.outputs()) {
            results.ofOutput(output.id()).values().forEach(result -> all.addAll(result.findings()));
        }
        return Reporting.worst(all);
    }

    private void askAll(List<String> paths, String message, String because, String remedy) {
        for (String path : paths) {
            if (files.containsKey(path)) {
                Finding finding = finding(path, "", Disposition.HUMAN_JUDGEMENT, message, because, remedy);
                results.ofFile(path)
                        .merge(
                                FailClosed.ID,
                                RuleResult.found(FailClosed.ID, List.of(finding), 1, List.of()),
                                RuleResult::and);
            }
        }
    }

    private void onSession(String cell, Disposition disposition, String message, String because) {
        onSession.add(finding(session.results().path(), cell, disposition, message, because, REMEDY));
    }

    private static Finding finding(
            String file, String cell, Disposition disposition, String message, String because, String remedy) {
        @Nullable String none = null;
        return new Finding(
                FailClosed.ID,
                disposition,
                file,
                none,
                cell,
                none,
                none,
                none,
                message,
                because,
                remedy,
                none,
                List.of());
    }
}
