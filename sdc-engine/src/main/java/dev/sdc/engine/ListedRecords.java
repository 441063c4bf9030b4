package dev.sdc.engine;

import dev.sdc.engine.rule.ExaminedFile;
import dev.sdc.engine.submission.OutputType;
import dev.sdc.engine.table.Output;
import dev.sdc.engine.table.Table;
import java.util.List;

/**
 * Understands anew the tables that a rule on records fails: there a no or yes, or a measure, counts nobody. Only what
 * fails as a listing before and after is taken for one, so that no table loses what is found in its counts and passes.
 * Records declared to be synthetic never pass, so that there long columns of 0 and 1 are said of the records at once.
 */
final class ListedRecords {
    private final RuleRun run;
    private final KindCheck kinds;

    ListedRecords(RuleRun run, KindCheck kinds) {
        this.run = run;
        this.kinds = kinds;
    }

    List<ExaminedFile> in(List<ExaminedFile> files) {
        return files.stream().map(this::in).toList();
    }

    private ExaminedFile in(ExaminedFile file) {
        List<Output> outputs = file.outputs().stream().map(this::of).toList();
        return outputs.equals(file.outputs())
                ? file
                : new ExaminedFile(file.file(), file.reading(), outputs, file.listing());
    }

    private Output of(Output output) {
        if (output.type() == OutputType.SYNTHETIC_DATA && output instanceof Table synthetic) {
            return synthetic.ofYesAndNo();
        }
        boolean mayBe = !output.typeDeclared() || output.type() == OutputType.RECORD_LEVEL;
        if (!mayBe || !(output instanceof Table table)) {
            return output;
        }
        Table records = table.ofRecords();
        return records != table && fails(table) && fails(records) ? records : table;
    }

    private boolean fails(Table table) {
        return run.fails(table, kinds::isOnRecords);
    }
}
