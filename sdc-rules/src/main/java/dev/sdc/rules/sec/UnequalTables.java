package dev.sdc.rules.sec;

import dev.sdc.engine.audit.SamePeople;
import dev.sdc.engine.audit.SamePeople.Divided;
import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.rule.Proof;
import dev.sdc.engine.table.Output;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tables of one variable each that come to a little less than all others do: by stage 3,251, by sex 3,247. */
final class UnequalTables {
    /** Of few people numbers come near one another by chance. */
    private static final long NO_CHANCE = 100;
    /** The greater number is more than the smaller one by this part of it at most. */
    private static final long NEAREST = 50;
    /** More tables than this are not compared with one. */
    private static final int MOST_TABLES = 100;

    private UnequalTables() {}

    static List<Remainder> of(Table table, Facts facts) {
        Divided own = SamePeople.divided(table, facts).orElse(null);
        if (own == null || own.n() < NO_CHANCE) {
            return List.of();
        }
        Map<Long, Divided> others = new HashMap<>();
        int compared = 0;
        for (Output output : facts.outputs()) {
            if (output instanceof Table other && other != table && compared++ < MOST_TABLES) {
                SamePeople.divided(other, facts)
                        .filter(divided -> SamePeople.mayBe(table, other, facts))
                        .ifPresent(divided -> others.putIfAbsent(divided.n(), divided));
            }
        }
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
