package dev.sdc.engine.rule;

import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Collects what one rule finds in one run and turns it into an {@link Outcome}. Not thread-safe; one for each run.
 *
 * <p>Findings past {@link #LIMIT} are counted, not kept.
 */
public final class Findings {
    /** The most findings that one rule reports for one output. */
    public static final int LIMIT = 1_000;

    private final String rule;
    private final String file;
    private final @Nullable String output;
    private final List<Finding> kept = new ArrayList<>();
    private final Set<String> restsOn = new LinkedHashSet<>();
    private long total;

    private Findings(String rule, String file, @Nullable String output) {
        this.rule = rule;
        this.file = file;
        this.output = output;
    }

    /** For a rule that examines an output. */
    public static Findings in(Rule rule, dev.sdc.engine.table.Output output) {
        return new Findings(rule.info().id(), output.file(), output.id());
    }

    /** For a rule that examines a file. */
    public static Findings in(Rule rule, String file) {
        return new Findings(rule.info().id(), file, null);
    }

    /** For a rule that examines a submission, and finds cells of several tables; findings go in in the order of files. */
    public static Findings across(Rule rule) {
        return new Findings(rule.info().id(), "", null);
    }

    /** Whether further findings are only counted, so that building their words can be spared. */
    public boolean full() {
        return kept.size() >= LIMIT;
    }

    /** Counts one more finding without keeping it; for use once {@link #full}. */
    public void countOnly() {
        total++;
    }

    /** Adds a finding at a cell of a table. */
    public void add(Table table, int row, int column, Disposition disposition, UnaryOperator<FindingText> words) {
        total++;
        if (full()) {
            return;
        }
        FindingText text = words.apply(new FindingText());
        String rowLabel = table.rowLabel(row);
        String header = table.columns().get(column).name();
        kept.add(text.finding(
                rule,
                disposition,
                table.file(),
                table.id(),
                table.address(row, column),
                rowLabel.isEmpty() ? null : rowLabel,
                header.isEmpty() ? null : header,
                table.text(row, column)));
    }

    /** Adds a finding at an address: a range, a header, a line, or empty for the whole file. */
    public void add(
            String address,
            @Nullable String row,
            @Nullable String column,
            Disposition disposition,
            UnaryOperator<FindingText> words) {
        total++;
        if (full()) {
            return;
        }
        FindingText text = words.apply(new FindingText());
        kept.add(text.finding(rule, disposition, file, output, address, row, column, null));
    }

    /** Adds a finding about a whole file, for a rule that examines a submission. */
    public void add(String ofFile, Disposition disposition, UnaryOperator<FindingText> words) {
        total++;
        if (!full()) {
            FindingText text = words.apply(new FindingText());
            kept.add(text.finding(rule, disposition, ofFile, null, "", null, null, null));
        }
    }

    /** Notes a declaration without which a cell would not have passed, such as {@code unit: patient}. */
    public void restsOn(String declaration) {
        restsOn.add(declaration);
    }

    /** The exact number of findings so far. */
    public long total() {
        return total;
    }

    /** The outcome: passed if nothing was found. */
    public Outcome outcome(String tested) {
        return total == 0
                ? new Outcome.Passed(tested, List.copyOf(restsOn))
                : new Outcome.Found(List.copyOf(kept), total, List.copyOf(restsOn));
    }
}
