package dev.sdc.engine.gate;

import dev.sdc.engine.gate.Standing.State;
import dev.sdc.engine.gate.Statement.Choice;
import dev.sdc.engine.gate.Statement.Decision;
import java.util.List;

/**
 * What people decided in a round. Until as many have decided as must, nobody is shown what the others decided, what follows
 * from it, or what checkers said meanwhile: nobody decides after another. Whoever tells where a request stands tells what
 * this shows.
 *
 * @param requester made the request
 * @param needed how many must decide
 * @param last the last decision of each who decided
 */
record Reviews(String requester, int needed, List<Decision> last) {
    /** How many have decided. */
    int decided() {
        return last.size();
    }

    private boolean areOpen() {
        return last.size() >= needed;
    }

    /** The decisions. */
    List<Decision> shown() {
        return areOpen() ? last : List.of();
    }

    /** Whether the gate is open, and why it is not. */
    Answer shown(Answer answer) {
        return areOpen()
                ? answer
                : new Answer.Closed(List.of(new Reason(
                        Reason.Code.TOO_FEW, decided() + " of " + needed + " different people have decided")));
    }

    /** What the log says of the request; what checkers said in earlier rounds is known, and so is what its author says. */
    RequestRecord shown(RequestRecord record) {
        return areOpen()
                ? record
                : record.without(comment ->
                        comment.round() == record.round() && !comment.by().equals(requester));
    }

    /** Where the round has led. */
    State state(boolean gateIsOpen) {
        if (!areOpen()) {
            return State.CHECKED;
        }
        if (last.stream().anyMatch(decision -> decision.choice() == Choice.RETURN)) {
            return State.RETURNED;
        }
        if (last.stream().allMatch(decision -> decision.choice() == Choice.REJECT)) {
            return State.REJECTED;
        }
        return gateIsOpen ? State.APPROVED : State.REVIEWED;
    }
}
