package dev.sdc.engine;

import dev.sdc.engine.read.Grid;
import dev.sdc.engine.read.Reading;
import dev.sdc.engine.report.Report;
import dev.sdc.engine.report.Report.FileReport;
import dev.sdc.engine.report.Report.OutputReport;
import dev.sdc.engine.report.Report.RuleOutcome;
import dev.sdc.engine.report.Report.RuleReport;
import dev.sdc.engine.report.Report.SessionReport;
import dev.sdc.engine.report.Verdict;
import dev.sdc.engine.rule.ExaminedFile;
import dev.sdc.engine.rule.Finding;
import dev.sdc.engine.rule.RuleBook;
import dev.sdc.engine.submission.OutputType;
import dev.sdc.engine.table.Output;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns what rules came to into a report: verdicts, findings in the order of the files, and the rules' coverage. */
final class Reporting {
    private final RuleBook book;
    private final Results results;
    private final List<FileReport> files = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<SessionReport> sessions = new ArrayList<>();
    private long notListed;

    Reporting(RuleBook book, Results results) {
        this.book = book;
        this.results = results;
    }

    /** Adds a session with what was found on its own file; to come before the files. */
    void add(SessionReport session, List<Finding> onItsFile) {
        sessions.add(session);
        findings.addAll(onItsFile);
    }

    /** Adds a file; files are to come in path order. {@code readings} holds its outputs under every reading. */
    void add(ExaminedFile file, List<ExaminedFile> readings) {
        String path = file.file().path();
        Map<String, RuleResult> ofFile = results.ofFile(path);
        Map<String, Output> outputs = new LinkedHashMap<>();
        for (ExaminedFile reading : readings) {
            for (Output output : reading.outputs()) {
                outputs.putIfAbsent(output.id(), output);
            }
        }

        List<Finding> here = new ArrayList<>();
        collect(ofFile.values(), here);
        List<OutputReport> outputReports = new ArrayList<>();
        for (Output output : outputs.values()) {
            List<Finding> inOutput = new ArrayList<>();
            Map<String, RuleResult> ofOutput = results.ofOutput(output.id());
            collect(ofOutput.values(), inOutput);
            outputReports.add(report(output, ofOutput, ofFile, worst(inOutput)));
            here.addAll(inOutput);
        }
        sort(here, file.reading());
        findings.addAll(here);
        files.add(new FileReport(
                path,
                file.file().sha256(),
                file.file().size(),
                file.file().recognised().mime(),
                worst(here),
                notes(file),
                List.copyOf(outputReports),
                outputReports.isEmpty() ? coverage(Map.of(), ofFile) : reports(ofFile.values())));
    }

    Report report(Report.ProfileUsed profile, Report.Engine engine, Report.Checked checked) {
        Verdict verdict = Verdict.PASS;
        for (FileReport file : files) {
            verdict = verdict.worst(file.verdict());
        }
        for (SessionReport session : sessions) {
            verdict = verdict.worst(session.verdict());
        }
        return new Report(
                verdict,
                profile,
                engine,
                checked,
                List.copyOf(files),
                List.copyOf(findings),
                notListed,
                false,
                List.copyOf(sessions),
                null);
    }

    private OutputReport report(
            Output output, Map<String, RuleResult> ofOutput, Map<String, RuleResult> ofFile, Verdict verdict) {
        KindCheck kinds = new KindCheck(book.kinds());
        OutputType type = kinds.shown(output, ofOutput);
        Set<String> restsOn = new LinkedHashSet<>();
        for (RuleResult result : ofOutput.values()) {
            restsOn.addAll(result.restsOn());
        }
        return new OutputReport(
                output.id(),
                output.range(),
                type.key(),
                output.typeDeclared(),
                Description.of(output, type),
                verdict,
                List.copyOf(restsOn),
                kinds.notRun(output, type, ofOutput),
                coverage(ofOutput, ofFile));
    }

    /** Every rule with its outcome: on the output, else on its file, else why there is none. */
    private List<RuleReport> coverage(Map<String, RuleResult> ofOutput, Map<String, RuleResult> ofFile) {
        List<RuleReport> rules = new ArrayList<>();
        for (RuleBook.Entry entry : book.known()) {
            RuleResult result = ofOutput.getOrDefault(entry.id(), ofFile.get(entry.id()));
            rules.add(result != null ? result.report() : without(entry));
        }
        return List.copyOf(rules);
    }

    private static RuleReport without(RuleBook.Entry entry) {
        return entry.built()
                ? new RuleReport(entry.id(), RuleOutcome.NOT_APPLICABLE, "not about a file as a whole", 0)
                : new RuleReport(entry.id(), RuleOutcome.NOT_BUILT, "", 0);
    }

    private static List<RuleReport> reports(Collection<RuleResult> results) {
        List<RuleReport> reports = new ArrayList<>();
        for (RuleResult result : results) {
            reports.add(result.report());
        }
        return List.copyOf(reports);
    }

    private void collect(Collection<RuleResult> results, List<Finding> into) {
        for (RuleResult result : results) {
            into.addAll(result.findings());
            notListed += result.total() - result.findings().size();
        }
    }

    private static void sort(List<Finding> findings, Reading reading) {
        List<String> sheets = sheets(reading);
        findings.sort(Comparator.comparing((Finding finding) -> Position.of(finding.cell(), sheets))
                .thenComparing(Finding::rule));
    }

    private static List<String> sheets(Reading reading) {
        List<String> sheets = new ArrayList<>();
        for (Grid grid : reading.grids()) {
            String sheet = grid.sheet();
            sheets.add(sheet == null ? "" : sheet);
        }
        return sheets;
    }

    private static List<String> notes(ExaminedFile file) {
        List<String> notes = new ArrayList<>();
        if (!file.declared()) {
            notes.add("not listed in the submission, so not read");
        }
        for (Reading.Note note : file.reading().notes()) {
            notes.add(note.where().isEmpty() ? note.text() : note.where() + ": " + note.text());
        }
        if (file.reading() instanceof Reading.Grids grids
                && !grids.alternatives().isEmpty()) {
            notes.add("can be read in " + (grids.alternatives().size() + 1) + " ways; every one was checked");
        }
        return List.copyOf(notes);
    }

    static Verdict worst(List<Finding> findings) {
        Verdict worst = Verdict.PASS;
        for (Finding finding : findings) {
            worst = worst.worst(Verdict.of(finding.level()));
        }
        return worst;
    }
}
