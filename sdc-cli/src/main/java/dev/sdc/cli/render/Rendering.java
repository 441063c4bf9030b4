package dev.sdc.cli.render;

import dev.sdc.engine.report.Comparison;
import dev.sdc.engine.report.Report;
import dev.sdc.engine.rule.ExaminedFile;
import dev.sdc.engine.rule.Finding;
import dev.sdc.engine.rule.RuleBook;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a form for people shows.
 *
 * @param report the report
 * @param files what the report speaks of, for showing tables; empty where they must not be shown
 * @param book the rules, for their titles
 * @param since what changed since an earlier report, or null
 */
public record Rendering(
        Report report,
        List<ExaminedFile> files,
        RuleBook book,
        @Nullable Comparison since) {

    String title(String rule) {
        for (RuleBook.Entry entry : book.known()) {
            if (entry.id().equals(rule)) {
                return entry.title();
            }
        }
        return "";
    }

    boolean isNew(Finding finding) {
        return since != null && since.added().contains(finding);
    }
}
