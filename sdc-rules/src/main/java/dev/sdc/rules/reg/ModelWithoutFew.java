package dev.sdc.rules.reg;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.ModelColumn;
import dev.sdc.engine.evidence.ModelFit;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.ExaminedSubmission;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.SubmissionRule;
import dev.sdc.engine.submission.OutputType;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.ModelSummary;
import dev.sdc.engine.table.Output;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The same model with and without a few units: the difference is theirs. */
@SdcRule(
        id = "REG-009",
        title = "Same model with and without few units",
        source = "Handbook on SDC, 2nd edition, 6.6: differences of nested samples",
        parameters = {"dif_min", "exempt"})
public final class ModelWithoutFew implements SubmissionRule {
    /** What the header of a model says that was fitted without some. */
    private static final Pattern WITHOUT = Pattern.compile(
            "(?i)\\b(?:without|exclud\\w+|except|omit\\w*|leav\\w+ out|left out|less|minus|jackknife|ohne|sans)\\b");

    /** What a heading says that names the outcome of all models below it. */
    private static final Pattern OUTCOME =
            Pattern.compile("(?i)^(?:outcome|dependent variable|dep\\. ?var(?:iable|\\.)?)\\s*[:=]\\s*(.+)");

    /** More models side by side are not held against each other. */
    private static final int MOST_BESIDE = 60;

    /** What makes two models the same one. */
    private record Kind(OutputType type, @Nullable String outcome, List<String> terms) {}

    /** One model with its number of observations, where its first coefficient stands, and what its header says. */
    private record Sized(Table table, long n, int row, int column, String header) {}

    @Override
    public Outcome check(ExaminedSubmission submission, Settings settings) {
        Map<Kind, List<Sized>> models = new LinkedHashMap<>();
        Findings findings = Findings.across(this);
        for (Output output : submission.facts().outputs()) {
            Table table = output.numbers().orElse(null);
            if (table != null && Models.settled(table, settings).isEmpty()) {
                add(output, table, submission.facts(), models);
                ModelRows.nearlyAlike(table, settings.difMin())
                        .forEach(pair -> report(findings, table, pair, settings));
            }
        }
        extended(models, settings, findings);
        if (findings.total() == 0 && models.values().stream().allMatch(same -> same.size() < 2)) {
            return new Outcome.NotApplicable("no model comes twice");
        }
        models.forEach((kind, same) -> {
            same.sort(Comparator.comparingLong(Sized::n));
            for (int i = 1; i < same.size(); i++) {
                long difference = same.get(i).n() - same.get(i - 1).n();
                if (difference >= 1 && difference < settings.difMin()) {
                    report(findings, kind, same.get(i - 1), same.get(i), settings);
                }
            }
        });
        return findings.outcome("the sizes of models that come more than once");
    }

    private static void add(Output output, Table table, Facts facts, Map<Kind, List<Sized>> models) {
        List<Term> terms = Term.in(table);
        String printed = output instanceof ModelSummary print ? print.model().outcome() : null;
        String declared = table.declaration().outcome();
        String outcome = declared != null ? declared : printed != null ? printed : headed(table);
        List<ModelColumn> columns = ModelColumn.in(table);
        if (columns.size() > 1) {
            for (ModelColumn model : columns) {
                List<Term> own = terms.stream()
                        .filter(term -> model.terms().contains(term.estimate().row()))
                        .toList();
                Column column = model.column();
                add(table, outcome, own, model.observations(), column.index(), column.name(), models);
            }
            return;
        }
        Long n = ModelFit.of(table, facts).observations();
        if (n != null && !terms.isEmpty()) {
            add(table, outcome, terms, n, terms.get(0).estimate().column(), "", models);
        }
    }

    /** The outcome that the heading of the terms names. */
    private static @Nullable String headed(Table table) {
        return table.columns().stream()
                .filter(Column::isLabel)
                .map(column -> OUTCOME.matcher(column.leaf()))
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .findFirst()
                .orElse(null);
    }

    private static void add(
            Table table,
            @Nullable String outcome,
            List<Term> terms,
            long n,
            int column,
            String header,
            Map<Kind, List<Sized>> models) {
        if (!terms.isEmpty()) {
            List<String> names = terms.stream().map(Term::label).sorted().toList();
            models.computeIfAbsent(new Kind(table.type(), outcome, names), kind -> new ArrayList<>())
                    .add(new Sized(table, n, terms.get(0).estimate().row(), column, header));
        }
    }

    /** Whether a name says that some are left out. */
    static boolean isWithout(String name) {
        return WITHOUT.matcher(name).find();
    }

    /**
     * Models side by side of which the one has further terms, and a few people less: of those nothing is known under one of the
     * further terms.
     */
    private static void extended(Map<Kind, List<Sized>> models, Settings settings, Findings findings) {
        Map<Table, List<Extended>> tables = new LinkedHashMap<>();
        models.forEach(
                (kind, same) -> same.forEach(model -> tables.computeIfAbsent(model.table(), table -> new ArrayList<>())
                        .add(new Extended(kind, model))));
        for (List<Extended> beside : tables.values()) {
            if (beside.size() > MOST_BESIDE) {
                continue;
            }
            for (Extended more : beside) {
                for (Extended fewer : beside) {
                    long difference = more.model().n() - fewer.model().n();
                    boolean extended = fewer.kind().terms().size()
                                    > more.kind().terms().size()
                            && fewer.kind().terms().containsAll(more.kind().terms())
                            && Objects.equals(
                                    fewer.kind().outcome(), more.kind().outcome());
                    if (extended && difference >= 1 && difference < settings.difMin()) {
                        report(findings, fewer.kind(), fewer.model(), more.model(), settings);
                    }
                }
            }
        }
    }

    /** A model with what makes it the same as others. */
    private record Extended(Kind kind, Sized model) {}

    private static void report(Findings findings, Table table, ModelRows.Pair pair, Settings settings) {
        findings.add(
                table,
                pair.more().row(),
                pair.more().column(),
                pair.sure() ? Disposition.BREACH : Disposition.HUMAN_JUDGEMENT,
                words -> words.message("The same model is published with and without a few units.")
                        .because("n = " + pair.more().n() + " and "
                                + pair.fewer().n() + "; the difference is "
                                + (pair.more().n() - pair.fewer().n()) + ", the minimum is " + settings.difMin()
                                + (pair.sure()
                                        ? ""
                                        : "; nothing says whether the one is of some of the other's people"))
                        .remedy("Publish one of the two.")
                        .related(table.file() + "!"
                                + table.address(pair.fewer().row(), pair.fewer().column())));
    }

    private static void report(Findings findings, Kind kind, Sized fewer, Sized more, Settings settings) {
        boolean sure = kind.outcome() != null
                || WITHOUT.matcher(fewer.header()).find()
                || WITHOUT.matcher(more.header()).find();
        findings.add(
                more.table(),
                more.row(),
                more.column(),
                sure ? Disposition.BREACH : Disposition.HUMAN_JUDGEMENT,
                words -> words.message("The same model is published with and without a few units.")
                        .because("n = " + more.n() + " here and " + fewer.n() + " there; the difference is "
                                + (more.n() - fewer.n()) + ", the minimum is " + settings.difMin()
                                + (sure ? "" : "; nothing says whether both explain the same outcome"))
                        .remedy("Publish one of the two.")
                        .related(fewer.table().file() + "!" + fewer.table().range()));
    }
}
