package dev.sdc.engine.rule;

import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Collects what one rule finds in one run and turns it into an {@link Outcome}. Not thread-safe; one for each run.
 *
 * <p>Of each output, or of a file as a whole, findings past {@link #LIMIT} are counted, not kept; but for one that is graver
 * than all before it.
 */
public final class Findings {
    /** The most findings that one rule reports for one output. */
    public static final int LIMIT = 1_000;

    private final String rule;
    private final String file;
    private final @Nullable String output;
    private final Map<String, Kept> bySubject = new LinkedHashMap<>();
    private final Set<String> restsOn = new LinkedHashSet<>();

    private Findings(String rule, String file, @Nullable String output) {
        this.rule = rule;
        this.file = file;
        this.output = output;
    }

    /** What is kept of one output, or of a file as a whole. */
    private static final class Kept {
        private final List<Finding> findings = new ArrayList<>();
        private Disposition gravest = Disposition.INFORMATION;
        private long total;

        boolean full() {
            return findings.size() >= LIMIT;
        }

        void add(Disposition disposition, Supplier<Finding> finding) {
            total++;
            boolean graver = disposition.compareTo(gravest) > 0;
            if (!full()) {
                findings.add(finding.get());
            } else if (graver) {
                findings.set(LIMIT - 1, finding.get());
            }
            gravest = graver ? disposition : gravest;
        }
    }

    /** For a rule that examines an output. */
    public static Findings in(Rule rule, dev.sdc.engine.table.Output output) {
        return new Findings(rule.info().id(), output.file(), output.id());
    }

    /** For a rule that examines a file. */
    public static Findings in(Rule rule, String file) {
        return new Findings(rule.info().id(), file, null);
    }

    /** For a rule that examines a submission, and finds cells of several tables. */
    public static Findings across(Rule rule) {
        return new Findings(rule.info().id(), "", null);
    }

    /** Whether further findings of a rule on one output are only counted, so that building their words can be spared. */
    public boolean full() {
        return kept(file, output).full();
    }

    /** Counts one more finding without keeping it; for use once {@link #full}. */
    public void countOnly() {
        kept(file, output).total++;
    }

    /** Adds a finding at a cell of a table. */
    public void add(Table table, int row, int column, Disposition disposition, UnaryOperator<FindingText> words) {
        kept(table.file(), table.id()).add(disposition, () -> {
            String rowLabel = table.rowLabel(row);
            String header = table.columns().get(column).name();
            return words.apply(new FindingText())
                    .finding(
                            rule,
                            disposition,
                            table.file(),
                            table.id(),
                            table.address(row, column),
                            rowLabel.isEmpty() ? null : rowLabel,
                            header.isEmpty() ? null : header,
                            table.text(row, column));
        });
    }

    /** Adds a finding at an address: a range, a header, a line, or empty for the whole file. */
    public void add(
            String address,
            @Nullable String row,
            @Nullable String column,
            Disposition disposition,
            UnaryOperator<FindingText> words) {
        kept(file, output)
                .add(
                        disposition,
                        () -> words.apply(new FindingText())
                                .finding(rule, disposition, file, output, address, row, column, null));
    }

    /** Adds a finding about a whole file, for a rule that examines a submission. */
    public void add(String ofFile, Disposition disposition, UnaryOperator<FindingText> words) {
        kept(ofFile, null)
                .add(
                        disposition,
                        () -> words.apply(new FindingText())
                                .finding(rule, disposition, ofFile, null, "", null, null, null));
    }

    private Kept kept(String ofFile, @Nullable String ofOutput) {
        return bySubject.computeIfAbsent(Finding.subject(ofFile, ofOutput), subject -> new Kept());
    }

    /** Notes a declaration without which a cell would not have passed, such as {@code unit: patient}. */
    public void restsOn(String declaration) {
        restsOn.add(declaration);
    }

    /** The exact number of findings so far. */
    public long total() {
        return bySubject.values().stream().mapToLong(kept -> kept.total).sum();
    }

    /** The outcome: passed if nothing was found. */
    public Outcome outcome(String tested) {
        if (total() == 0) {
            return new Outcome.Passed(tested, List.copyOf(restsOn));
        }
        Map<String, Long> totals = new HashMap<>();
        bySubject.forEach((subject, kept) -> totals.put(subject, kept.total));
        return new Outcome.Found(
                bySubject.values().stream()
                        .flatMap(kept -> kept.findings.stream())
                        .toList(),
                Map.copyOf(totals),
                List.copyOf(restsOn));
    }
}
