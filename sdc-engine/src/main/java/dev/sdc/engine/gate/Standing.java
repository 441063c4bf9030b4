package dev.sdc.engine.gate;

import dev.sdc.engine.gate.Statement.Check;
import dev.sdc.engine.gate.Statement.Decision;
import dev.sdc.engine.gate.Statement.Request;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a request stands.
 *
 * @param decided how many people have decided in this round
 * @param needed how many must, before any of them sees what the others decided
 * @param decisions the last decision of each; empty while fewer than needed have decided
 * @param answer whether the gate is open; null before the check and after the end
 */
public record Standing(
        RequestRecord record,
        State state,
        @Nullable Request request,
        @Nullable Check check,
        int decided,
        int needed,
        List<Decision> decisions,
        @Nullable Answer answer) {

    /** The states of a request. */
    public enum State {
        /** Handed in; the check is not done. */
        SUBMITTED,
        /** Checked by the machine; people are deciding, none of whom sees the others' decisions. */
        CHECKED,
        /** Enough people have decided; they disagree, or the gate is closed for another reason. */
        REVIEWED,
        /** The gate is open. */
        APPROVED,
        /** The requester is to change something and hand it in again. */
        RETURNED,
        REJECTED,
        RELEASED,
        WITHDRAWN;

        /** Whether nothing follows. */
        public boolean isFinal() {
            return this == REJECTED || this == RELEASED || this == WITHDRAWN;
        }
    }
}
