package dev.sdc.rules.org;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.TableRule;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Table;
import dev.sdc.rules.shape.TableRange;
import dev.sdc.rules.shape.Vocabulary;
import dev.sdc.rules.shape.Words;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Organisations by name or code, and figures that few organisations stand behind. */
@SdcRule(
        id = "ORG-001",
        title = "Named organisations",
        source = "OpenSAFELY: practice-level data is refused",
        parameters = {"organisations_fail", "org_min"})
public final class NamedOrganisations implements TableRule {
    private static final int FEW = 3;
    private static final int SAMPLE = 2_000;

    @Override
    public Outcome check(Table table, Facts facts, Settings settings) {
        Findings findings = Findings.in(this, table);
        Disposition disposition = settings.organisationsFail() ? Disposition.BREACH : Disposition.HUMAN_JUDGEMENT;
        boolean relevant = false;
        for (Column column : table.columns()) {
            Set<String> words = Words.of(column.name());
            boolean said = Words.any(words, Vocabulary.of("organisation"))
                    && !Words.any(words, Vocabulary.of("not-an-organisation"));
            if (column.isLabel() || column.role() == null) {
                Optional<String> why = rows(table, column, said, Words.any(words, Vocabulary.of("site")));
                if (why.isPresent()) {
                    name(findings, table.columnAddress(column.index()), column.name(), disposition, why.get());
                }
                relevant |= said;
            } else if (said) {
                relevant = true;
                few(findings, table, column, settings.orgMin());
            }
        }
        across(table).ifPresent(why -> name(findings, TableRange.of(table), null, disposition, why));
        return relevant || findings.total() > 0
                ? findings.outcome("labels and headers")
                : new Outcome.NotApplicable("no label or header speaks of organisations");
    }

    private static void name(
            Findings findings, String address, @Nullable String column, Disposition disposition, String why) {
        findings.add(
                address,
                null,
                column,
                disposition,
                words -> words.message("Single organisations can be recognised here.")
                        .because(why)
                        .remedy(
                                "Give figures of areas or types of organisation, or show that these organisations may be named."));
    }

    private static Optional<String> rows(Table table, Column column, boolean said, boolean site) {
        Set<String> labels = new LinkedHashSet<>();
        for (int row = 0; row < Math.min(table.rowCount(), SAMPLE); row++) {
            String label = table.text(row, column.index()).strip();
            if (!label.isEmpty() && !table.isTotalRow(row) && OrganisationNames.mayName(label)) {
                labels.add(label);
            }
        }
        Optional<String> known = known(labels);
        long trusts = labels.stream().filter(OrganisationNames::isTrustCode).count();
        if (site && trusts >= FEW && trusts * 2 >= labels.size()) {
            return Optional.of(trusts + " of " + labels.size() + " labels have the form of a trust or site code");
        }
        return known.isPresent() || !said || labels.isEmpty()
                ? known
                : Optional.of("rows identify " + labels.size() + " organisations by the word of the header");
    }

    /** Organisations that headers name side by side. */
    private static Optional<String> across(Table table) {
        Set<String> headers = new LinkedHashSet<>();
        for (Column column : table.columns()) {
            headers.addAll(column.header());
        }
        return known(headers);
    }

    private static Optional<String> known(Set<String> labels) {
        long codes = labels.stream().filter(OrganisationNames::isPracticeCode).count();
        if (codes >= FEW && codes * 2 >= labels.size()) {
            return Optional.of(codes + " of " + labels.size() + " labels have the form of a GP practice code");
        }
        long names = labels.stream().filter(OrganisationNames::isName).count();
        return names >= 2 && names * 2 >= labels.size()
                ? Optional.of(names + " of " + labels.size() + " labels are names of organisations")
                : Optional.empty();
    }

    private static void few(Findings findings, Table table, Column column, int orgMin) {
        table.forEachCount(column.index(), (row, at, n) -> {
            if (n >= 1 && n < orgMin) {
                findings.add(
                        table,
                        row,
                        at,
                        Disposition.HUMAN_JUDGEMENT,
                        words -> words.message("Few organisations stand behind the figures of this row.")
                                .because(n + " organisations, fewer than " + orgMin)
                                .remedy("Merge rows until more organisations stand behind each."));
            }
        });
    }
}
