package dev.sdc.engine;

import dev.sdc.engine.read.Reading;
import dev.sdc.engine.report.Report.RuleOutcome;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.ExaminedFile;
import dev.sdc.engine.rule.Finding;
import dev.sdc.engine.rule.OutputRule;
import dev.sdc.engine.rule.Rule;
import dev.sdc.engine.rule.RuleBook;
import dev.sdc.engine.rule.TableRule;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.submission.OutputType;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Opaque;
import dev.sdc.engine.table.Output;
import dev.sdc.engine.table.Prose;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** The engine's own rule, {@code UND-001}: what was not read, not understood or not decided never passes. */
final class FailClosed {
    static final String ID = RuleBook.NOT_DECIDED.id();

    /** Roles of numbers that say nothing of people; a rule on identifiers or counts still sees them. */
    private static final Set<ColumnRole> EXEMPT = EnumSet.of(ColumnRole.LABEL, ColumnRole.TIME, ColumnRole.IGNORE);

    /** Declared kinds that say nothing of what a table lists. */
    private static final Set<OutputType> SAYS_NOTHING = EnumSet.of(OutputType.OTHER, OutputType.TEXT);

    private final List<Rule> rules;
    private final KindCheck kindCheck;

    FailClosed(List<Rule> rules, KindCheck kindCheck) {
        this.rules = rules;
        this.kindCheck = kindCheck;
    }

    /** What keeps a file from passing, beside what its rules came to. */
    RuleResult onFile(ExaminedFile file, Map<String, RuleResult> results, List<RuleFailure> failures) {
        Collector found = new Collector(file.file().path(), null);
        String closed = closed(file);
        if (closed != null) {
            if (results.values().stream().noneMatch(result -> result.outcome() == RuleOutcome.FAIL)) {
                found.add(
                        Disposition.HARD,
                        "",
                        null,
                        "This file cannot be checked.",
                        closed,
                        "Leave it out, or hand it in in a form that can be read, and list it.");
            }
        } else {
            unread(file, found);
            if (file.outputs().isEmpty() && found.none() && !somethingFound(results)) {
                found.review(
                        "",
                        null,
                        "Nothing in this file was understood.",
                        "reading it gave no table, text or figure",
                        "Look at the file by hand, or hand in the table it should hold as CSV.");
            }
        }
        failures(failures, found);
        return found.result();
    }

    /** What keeps an output from passing, beside what its rules came to. */
    RuleResult onOutput(Output output, Map<String, RuleResult> results, List<RuleFailure> failures) {
        Collector found = new Collector(output.file(), output.id());
        for (Output.Remark remark : output.remarks()) {
            found.review(
                    remark.where(),
                    null,
                    "Part of this output was not understood, or content and declaration disagree.",
                    remark.text(),
                    "Look at the place by hand; mend the file or the declaration and check again.");
        }
        if (output instanceof Prose prose && prose.type() != OutputType.CODE) {
            UnreadFigures.of(prose)
                    .ifPresent(unread -> found.review(
                            unread.where(),
                            null,
                            "Lines of figures in this text were not understood.",
                            unread.lines() + (unread.lines() == 1 ? " line holds" : " lines hold")
                                    + " more figures than words, and nothing known was read from "
                                    + (unread.lines() == 1 ? "it" : "them"),
                            "Look at them by hand, or hand in the table that they belong to as CSV."));
        }
        if (output instanceof Opaque && output.remarks().isEmpty()) {
            found.review(
                    output.range(),
                    null,
                    "This part of the file was not understood.",
                    "it is neither a table nor text nor a figure that is known",
                    "Look at it by hand, or hand it in as a plain table.");
        }
        if (rules.isEmpty()) {
            found.review(
                    output.range(),
                    null,
                    "No rules are loaded, so nothing was checked.",
                    "no jar on the path offers rules",
                    "Run the check with the rules' jar on the class path or module path.");
        } else {
            List<Rule> deciding = new ArrayList<>();
            boolean some = false;
            for (Rule rule : rules) {
                RuleResult result = results.get(rule.info().id());
                if (result != null && result.decided()) {
                    some |= rule instanceof TableRule || rule instanceof OutputRule;
                    deciding.add(rule);
                }
            }
            output.numbers().ifPresent(table -> {
                undecided(table, deciding, found);
                if (kindCheck.shown(output, results) != OutputType.RECORD_LEVEL && !kindCheck.listsRecords(results)) {
                    onlyNames(table, found);
                }
                restsOn(table, found);
            });
            if (!some && found.none()) {
                found.review(
                        output.range(),
                        null,
                        "No rule decided on this output.",
                        "every rule said that it does not apply",
                        "Check it by hand, or declare what it is under output_type.");
            }
        }
        failures(failures, found);
        return found.result();
    }

    /** What keeps a file from passing because outputs of it are not what they are declared to be; by the output's id. */
    Map<String, RuleResult> kinds(ExaminedFile file, Results results) {
        Map<OutputType, List<Output>> declared = new EnumMap<>(OutputType.class);
        for (Output output : file.outputs()) {
            if (output.typeDeclared() && closed(file) == null) {
                declared.computeIfAbsent(output.type(), t -> new ArrayList<>()).add(output);
            }
        }
        Map<String, RuleResult> found = new HashMap<>();
        declared.forEach((type, outputs) -> {
            List<Map<String, RuleResult>> all = new ArrayList<>();
            all.add(results.ofFile(file.file().path()));
            outputs.forEach(output -> all.add(results.ofOutput(output.id())));
            String why = kindCheck.untested(type, all);
            Output first = outputs.get(0);
            if (why != null) {
                Collector collector = new Collector(first.file(), first.id());
                collector.review(
                        first.range(),
                        null,
                        "This output was not tested as the kind that it is declared to be.",
                        why,
                        "Declare what it is under output_type and columns, or hand it in in a plainer form.");
                found.put(first.id(), collector.result());
            }
        });
        return found;
    }

    private static @Nullable String closed(ExaminedFile file) {
        if (!file.declared()) {
            return "the submission does not list it";
        }
        String refused = file.file().refused();
        if (refused != null) {
            return refused;
        }
        String unreadable = file.file().unreadable();
        if (unreadable != null) {
            return unreadable;
        }
        return file.reading() instanceof Reading.Unreadable reading ? reading.why() : null;
    }

    private static void unread(ExaminedFile file, Collector found) {
        Reading reading = file.reading();
        if (reading instanceof Reading.NotUnderstood not && file.outputs().isEmpty()) {
            found.review(
                    "",
                    null,
                    "This file was opened but not understood.",
                    not.why(),
                    "Look at it by hand, or hand in its content as CSV or text.");
        }
        for (Reading.Note note : reading.notes()) {
            if (note.kind() == Reading.Note.Kind.NOT_UNDERSTOOD) {
                found.review(
                        note.where(),
                        null,
                        "Something in this file was not understood.",
                        note.text(),
                        "Look at the place by hand; remove it or hand it in in a plain form.");
            }
        }
    }

    private static void undecided(Table table, List<Rule> deciding, Collector found) {
        for (Column column : table.columns()) {
            StringJoiner roles = new StringJoiner(", ");
            for (ColumnRole role : column.holds()) {
                boolean guessed = role == ColumnRole.WEIGHTED_COUNT
                        && column.source() == Column.RoleSource.CONTENT
                        && !saysWeighted(table);
                boolean decided =
                        EXEMPT.contains(role) || deciding.stream().anyMatch(rule -> rule.decides(table, column, role));
                if (guessed || !decided) {
                    roles.add(guessed ? role.key() + ", which nobody says" : role.key());
                }
            }
            if (roles.length() == 0 && UnnamedQuartiles.include(table, column)) {
                roles.add(
                        "counts, though those before the percentile are never above and those behind it never below it");
            }
            if (roles.length() > 0) {
                found.review(
                        table.columnAddress(column.index()),
                        column.name(),
                        "No rule decided on these numbers.",
                        "they are read as " + roles + ", and no rule that tests such numbers ran to a result here",
                        "Check them by hand; if they are something else, declare it under columns.");
            }
        }
    }

    /** A list of names that says nothing of what they are may be a list of people. */
    private static void onlyNames(Table table, Collector found) {
        boolean names = table.columns().stream().allMatch(column -> EXEMPT.containsAll(column.holds()));
        boolean explained = table.columns().stream().anyMatch(column -> ExplainingHeader.is(column.name()))
                && table.columns().stream().noneMatch(column -> ExplainingHeader.namesOnePerson(column.name()));
        boolean said = table.typeDeclared() && !SAYS_NOTHING.contains(table.type());
        if (names && !explained && !said && found.none()) {
            found.review(
                    table.range(),
                    null,
                    "This table holds names and no numbers, and what it lists was not understood.",
                    "no column counts or measures anything, and none explains the others",
                    "Check by hand that no row stands for a person, or declare what it is under output_type.");
        }
    }

    /** Whether declaration, title or header speaks of weights: decimals below a name for counts may be anything else. */
    private static boolean saysWeighted(Table table) {
        if (table.declaration().weighted() != null
                || (table.typeDeclared() && table.type() == OutputType.WEIGHTED_TABLE)) {
            return true;
        }
        List<String> words = new ArrayList<>(table.titles());
        words.addAll(table.footnotes());
        table.columns().forEach(column -> words.add(column.name()));
        return words.stream().anyMatch(text -> text.toLowerCase(Locale.ROOT).contains("weight"));
    }

    /** Every column that passes as what it is declared to be, where header and numbers say that it is something else. */
    private static void restsOn(Table table, Collector found) {
        for (Column column : table.columns()) {
            ColumnRole role = column.role();
            if (column.undeclared() != null && role != null) {
                found.restsOn("columns: " + column.name() + ": " + role.key());
            }
        }
    }

    private static void failures(List<RuleFailure> failures, Collector found) {
        for (RuleFailure failure : failures) {
            found.review(
                    "",
                    null,
                    "Rule " + failure.rule().id() + " failed here.",
                    "the rule \"" + failure.rule().title() + "\" ended with an error (" + failure.kind()
                            + ") and decided nothing",
                    "Check by hand for what the rule tests, and report the fault to those who keep the rules.");
        }
    }

    private static boolean somethingFound(Map<String, RuleResult> results) {
        return results.values().stream()
                .anyMatch(result -> result.outcome() != RuleOutcome.PASS
                        && result.outcome() != RuleOutcome.NOT_APPLICABLE
                        && !result.findings().isEmpty());
    }

    /** Gathers the findings of one file or output. */
    private static final class Collector {
        private final String file;
        private final @Nullable String output;
        private final List<Finding> findings = new ArrayList<>();
        private final List<String> restsOn = new ArrayList<>();

        Collector(String file, @Nullable String output) {
            this.file = file;
            this.output = output;
        }

        boolean none() {
            return findings.isEmpty();
        }

        void restsOn(String declaration) {
            restsOn.add(declaration);
        }

        void review(String cell, @Nullable String column, String message, String because, String remedy) {
            add(Disposition.HUMAN_JUDGEMENT, cell, column, message, because, remedy);
        }

        void add(
                Disposition disposition,
                String cell,
                @Nullable String column,
                String message,
                String because,
                String remedy) {
            String header = column == null || column.isEmpty() ? null : column;
            findings.add(new Finding(
                    ID,
                    disposition,
                    file,
                    output,
                    cell,
                    null,
                    header,
                    null,
                    message,
                    because,
                    remedy,
                    null,
                    List.of()));
        }

        RuleResult result() {
            return none()
                    ? RuleResult.passed(ID, "everything was read, understood and decided", List.copyOf(restsOn))
                    : RuleResult.found(ID, List.copyOf(findings), findings.size(), List.copyOf(restsOn));
        }
    }
}
