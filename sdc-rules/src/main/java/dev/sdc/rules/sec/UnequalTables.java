package dev.sdc.rules.sec;

import dev.sdc.engine.audit.SamePeople;
import dev.sdc.engine.audit.SamePeople.Divided;
import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.rule.Proof;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tables of one variable each that come to a little less than all others do: by stage 3,251, by sex 3,247. */
final class UnequalTables {
    /** Of few people numbers come near one another by chance. */
    private static final long NO_CHANCE = 100;
    /** The greater number is more than the smaller one by this part of it at most. */
    private static final long NEAREST = 50;

    private UnequalTables() {}

    /** Whether a table was held against all others that there are. */
    static boolean compared(Table table, Facts facts) {
        return own(table, facts) == null || SamePeople.others(table, facts).all();
    }

    private static @Nullable Divided own(Table table, Facts facts) {
        return SamePeople.divided(table, facts)
                .filter(divided -> divided.n() >= NO_CHANCE)
                .orElse(null);
    }

    static List<Remainder> of(Table table, Facts facts) {
        Divided own = own(table, facts);
        if (own == null) {
            return List.of();
        }
        Map<Long, Divided> others = SamePeople.others(table, facts).numbers();
        if (others.size() != 1) {
            return List.of(); // different people, it seems
        }
        Divided all = others.values().iterator().next();
        if ((all.n() - own.n()) * NEAREST > own.n()) {
            return List.of();
        }
        List<Proof.Term> terms = new ArrayList<>();
        all.cells().forEach(cell -> terms.add(new Proof.Term(Proof.Sign.PLUS, cell)));
        own.cells().forEach(cell -> terms.add(new Proof.Term(Proof.Sign.MINUS, cell)));
        return List.of(new Remainder(
                own.place().substring(table.file().length() + 1),
                null,
                null,
                all.n(),
                own.n(),
                "whom another table counts and this one does not, if both are of the same people",
                List.copyOf(terms)));
    }
}
