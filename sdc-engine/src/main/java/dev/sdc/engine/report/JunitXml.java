package dev.sdc.engine.report;

import dev.sdc.engine.report.Report.FileReport;
import dev.sdc.engine.report.Report.OutputReport;
import dev.sdc.engine.report.Report.RuleReport;
import dev.sdc.engine.rule.Finding;
import dev.sdc.engine.rule.Level;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A report in the XML that continuous integration reads test results from: a file is a suite, a rule on an output is a
 * case. What fails is a failure, what needs review an error, and what does not apply is skipped, so that nothing but a
 * pass counts as passed.
 */
public final class JunitXml {
    private final StringBuilder xml = new StringBuilder();
    private final Map<String, List<Finding>> findings = new HashMap<>();

    private JunitXml(Report report) {
        for (Finding finding : report.findings()) {
            findings.computeIfAbsent(key(subject(finding), finding.rule()), k -> new ArrayList<>())
                    .add(finding);
        }
    }

    /**
     * Writes a report; the stream is flushed and stays open.
     *
     * @throws IOException if the stream refuses
     */
    public static void write(Report report, OutputStream out) throws IOException {
        out.write(new JunitXml(report).text(report).getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private String text(Report report) {
        StringBuilder suites = new StringBuilder();
        Tally all = new Tally();
        for (FileReport file : report.files()) {
            xml.setLength(0);
            Tally tally = new Tally();
            suite(file, tally);
            suites.append("  <testsuite name=\"").append(escape(file.path())).append('"');
            suites.append(tally.attributes()).append(">\n").append(xml).append("  </testsuite>\n");
            all.add(tally);
        }
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"sdc\"" + all.attributes() + ">\n"
                + suites + "</testsuites>\n";
    }

    private void suite(FileReport file, Tally tally) {
        for (RuleReport rule : file.rules()) {
            testCase(file, file.path(), rule, tally);
        }
        for (OutputReport output : file.outputs()) {
            for (RuleReport rule : output.rules()) {
                testCase(file, output.id(), rule, tally);
            }
        }
    }

    private void testCase(FileReport file, String subject, RuleReport rule, Tally tally) {
        tally.tests++;
        xml.append("    <testcase classname=\"")
                .append(escape(subject))
                .append("\" name=\"")
                .append(escape(rule.id()))
                .append('"');
        switch (rule.outcome()) {
            case PASS -> xml.append("/>\n");
            case NOT_APPLICABLE, NOT_BUILT -> {
                tally.skipped++;
                String why = rule.outcome() == Report.RuleOutcome.NOT_BUILT ? "not built" : rule.why();
                xml.append("><skipped message=\"").append(escape(why)).append("\"/></testcase>\n");
            }
            case FAIL -> {
                tally.failures++;
                problem("failure", found(file, subject, rule), rule);
            }
            case REVIEW, NEEDS_EVIDENCE -> {
                tally.errors++;
                problem("error", found(file, subject, rule), rule);
            }
        }
    }

    /** What the rule found on the subject; what a rule about files found stands with the file. */
    private List<Finding> found(FileReport file, String subject, RuleReport rule) {
        List<Finding> here = findings.get(key(subject, rule.id()));
        return here != null ? here : findings.getOrDefault(key(file.path(), rule.id()), List.of());
    }

    private void problem(String element, List<Finding> found, RuleReport rule) {
        String message = found.isEmpty() ? rule.why() : found.get(0).message();
        xml.append(">\n      <")
                .append(element)
                .append(" type=\"")
                .append(rule.outcome())
                .append("\" message=\"")
                .append(escape(message))
                .append("\">");
        for (Finding finding : found) {
            if (finding.level() != Level.NOTE) {
                String place = finding.cell().isEmpty() ? finding.file() : finding.file() + "!" + finding.cell();
                String reason = finding.because().isEmpty() ? "" : " Because " + finding.because() + ".";
                xml.append(escape(place + ": " + finding.message() + reason + " To do: " + finding.remedy()))
                        .append('\n');
            }
        }
        xml.append("</").append(element).append(">\n    </testcase>\n");
    }

    private static String subject(Finding finding) {
        return finding.output() == null ? finding.file() : finding.output();
    }

    private static String key(String subject, String rule) {
        return subject + '\0' + rule;
    }

    /** Text for an attribute or element; what XML cannot hold, or would hide, is spelt out. */
    static String escape(String text) {
        return VisibleText.of(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** Numbers of cases. */
    private static final class Tally {
        private long tests;
        private long failures;
        private long errors;
        private long skipped;

        void add(Tally other) {
            tests += other.tests;
            failures += other.failures;
            errors += other.errors;
            skipped += other.skipped;
        }

        String attributes() {
            return new TreeMap<>(Map.of("tests", tests, "failures", failures, "errors", errors, "skipped", skipped))
                    .entrySet().stream()
                            .map(entry -> " " + entry.getKey() + "=\"" + entry.getValue() + "\"")
                            .reduce("", String::concat);
        }
    }
}
