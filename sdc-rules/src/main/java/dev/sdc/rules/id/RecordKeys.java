package dev.sdc.rules.id;

import dev.sdc.engine.rule.ExaminedFile;
import dev.sdc.engine.rule.FileRule;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.table.Table;
import dev.sdc.rules.shape.ListedColumn;
import dev.sdc.rules.shape.MentionedKey;
import java.util.List;

/** Keys of records: pseudonyms, keys in sentences, and codes with another value in each row of a table of attributes. */
@SdcRule(
        id = "ID-006",
        title = "Keys of records",
        source = "Genomics England airlock rules: no keys built from real ones, none used again")
public final class RecordKeys implements FileRule {
    private static final int FEW_ATTRIBUTES = 2;

    @Override
    public Outcome check(ExaminedFile file, Settings settings) {
        IdentifierFindings findings =
                new IdentifierFindings(this, file).search(new MentionedKey(), "keys of single records");
        return findings.columns((table, column) -> {
                    if (column.isPseudonym()) {
                        findings.add(table, column, "pseudonyms", "each row has another hexadecimal key or UUID");
                    } else if ((column.isPersonKey() || column.isPlainKey()) && holdsAttributes(table, column)) {
                        findings.add(
                                table,
                                column,
                                "keys of records",
                                "each row has another key beside two or more attributes");
                    }
                })
                .outcome("all columns of tables and all words");
    }

    private static boolean holdsAttributes(Table table, ListedColumn key) {
        List<ListedColumn> others = ListedColumn.of(table).stream()
                .filter(column -> column.index() != key.index())
                .toList();
        boolean figures = others.stream().anyMatch(ListedColumn::isFigure);
        return !figures && others.stream().filter(ListedColumn::isAttribute).count() >= FEW_ATTRIBUTES;
    }
}
