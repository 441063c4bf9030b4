package dev.sdc.rules.id;

import dev.sdc.engine.read.Reading;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.ExaminedFile;
import dev.sdc.engine.rule.FindingText;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.Rule;
import dev.sdc.engine.table.Output;
import dev.sdc.engine.table.Table;
import dev.sdc.rules.shape.IdentifierSearch;
import dev.sdc.rules.shape.IdentifierShape;
import dev.sdc.rules.shape.ListedColumn;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What one rule on identifiers finds in one file. A place is told once. */
final class IdentifierFindings {
    private final ExaminedFile file;
    private final Findings findings;
    private final Set<String> told = new HashSet<>();

    IdentifierFindings(Rule rule, ExaminedFile file) {
        this.file = file;
        this.findings = Findings.in(rule, file.file().path());
    }

    /**
     * Looks for identifiers of one form everywhere in the file.
     *
     * @param what what they are, in the plural: {@code valid NHS numbers}
     */
    IdentifierFindings search(IdentifierShape shape, String what) {
        for (IdentifierSearch.Hit hit : IdentifierSearch.in(file, shape)) {
            add(hit.address(), hit.column(), what, hit.valid() + " of " + hit.values() + " values are " + what);
        }
        return this;
    }

    /** Looks at every column of every table. */
    IdentifierFindings columns(BiConsumer<Table, ListedColumn> look) {
        for (Output output : file.outputs()) {
            if (output instanceof Table table) {
                ListedColumn.of(table).forEach(column -> look.accept(table, column));
            }
        }
        return this;
    }

    /** Tells of a whole column. */
    void add(Table table, ListedColumn column, String what, String because) {
        add(
                table.columnAddress(column.index()),
                table.columns().get(column.index()).name(),
                what,
                because);
    }

    private void add(String address, @Nullable String column, String what, String because) {
        if (told.add(address)) {
            String header = column == null || column.isEmpty() ? null : column;
            UnaryOperator<FindingText> text = words -> words.message("Identifiers of persons stand here: " + what + ".")
                    .because(because)
                    .remedy(
                            "Take them out and give figures of groups instead. A pseudonym in their place is no remedy.");
            if (address.equals(IdentifierSearch.OF_FILE)) {
                findings.add(file.file().path(), Disposition.HARD, text);
            } else {
                findings.add(address, null, header, Disposition.HARD, text);
            }
        }
    }

    Outcome outcome(String tested) {
        boolean text =
                !(file.reading() instanceof Reading.NotUnderstood) && !(file.reading() instanceof Reading.Unreadable);
        return text ? findings.outcome(tested) : new Outcome.NotApplicable("no text could be read from the file");
    }
}
