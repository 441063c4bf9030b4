package dev.sdc.engine.audit;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.Unit;
import dev.sdc.engine.submission.Population;
import dev.sdc.engine.table.Output;
import org.jspecify.annotations.Nullable;

/** What the declarations say of the people that an output counts: outputs on the same people have the same. */
record People(Unit unit, @Nullable String population) {
    static People of(Output output, Facts facts) {
        Population population = output.declaration().population();
        return new People(facts.unit(output), population == null ? null : population.id());
    }
}
