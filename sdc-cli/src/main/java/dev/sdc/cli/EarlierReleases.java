package dev.sdc.cli;

import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.ExaminedFile;
import dev.sdc.engine.rule.FileRule;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.RuleBook;
import dev.sdc.engine.rule.RuleInfo;
import dev.sdc.engine.rule.Settings;

/** Keeps a check against earlier releases from passing while nothing compares them. */
final class EarlierReleases implements FileRule {
    @Override
    public RuleInfo info() {
        return RuleBook.NOT_DECIDED;
    }

    @Override
    public Outcome check(ExaminedFile file, Settings settings) {
        Findings findings = Findings.in(this, file.file().path());
        findings.add(
                "",
                null,
                null,
                Disposition.HUMAN_JUDGEMENT,
                words -> words.message("Earlier releases were given, but nothing compares with them.")
                        .because("differencing across releases is not built")
                        .remedy("Compare by hand: no cell may differ from an earlier one by a few."));
        return findings.outcome("earlier releases");
    }
}
