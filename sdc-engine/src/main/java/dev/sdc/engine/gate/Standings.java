package dev.sdc.engine.gate;

import dev.sdc.engine.gate.Standing.State;
import dev.sdc.engine.gate.Statement.Check;
import dev.sdc.engine.gate.Statement.Decision;
import dev.sdc.engine.gate.Statement.Request;
import dev.sdc.engine.report.VisibleText;
import dev.sdc.engine.submission.DeclarationException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where requests stand, by what the log and the store say now. */
final class Standings {
    private final GateFolder gate;
    private final PolicySource profiles;

    Standings(GateFolder gate, PolicySource profiles) {
        this.gate = gate;
        this.profiles = profiles;
    }

    Standing of(String id) throws IOException, GateException {
        RequestRecord record = gate.request(id);
        if (record == null) {
            throw new GateException(
                    "there is no request " + VisibleText.of(id, 100) + "; hand it in with: sdc submit DIR");
        }
        return of(record);
    }

    Standing of(RequestRecord record) throws IOException, GateException {
        Request request =
                record.request() == null ? null : Statement.read(gate.envelope(record.request()), Request.class);
        if (record.check() == null || request == null) {
            State state = record.withdrawn() ? State.WITHDRAWN : State.SUBMITTED;
            return new Standing(record, state, request, null, 0, Policy.TWO_PEOPLE, List.of(), null);
        }
        Check check = Statement.read(gate.envelope(record.check()), Check.class);
        Policy policy = policy(check);
        Reviews reviews = reviews(record, request, check, policy);
        State state = ended(record);
        Answer answer = state == null ? reviews.shown(answer(record, policy)) : null;
        if (state == null) {
            state = reviews.state(answer instanceof Answer.Open);
        }
        return new Standing(
                reviews.shown(record),
                state,
                request,
                check,
                reviews.decided(),
                reviews.needed(),
                reviews.shown(),
                state.isFinal() ? null : answer);
    }

    private static @Nullable State ended(RequestRecord record) {
        return record.receipt() != null ? State.RELEASED : record.withdrawn() ? State.WITHDRAWN : null;
    }

    private Reviews reviews(RequestRecord record, Request request, Check check, @Nullable Policy policy)
            throws IOException, GateException {
        Map<String, Decision> last = new LinkedHashMap<>();
        for (RequestRecord.Decided decided : record.decisions()) {
            last.remove(decided.by());
            last.put(decided.by(), Statement.read(gate.envelope(decided.envelope()), Decision.class));
        }
        int needed = policy == null ? Policy.TWO_PEOPLE : policy.needed(check.verdict());
        return new Reviews(request.requester(), needed, List.copyOf(last.values()));
    }

    /** What the profile of a check demands; null where it can no longer be read. */
    @Nullable
    Policy policy(Check check) throws GateException {
        try {
            return Policy.of(profiles.profile(check.floor(), check.named()));
        } catch (DeclarationException e) {
            return null;
        }
    }

    private Answer answer(RequestRecord record, @Nullable Policy policy) throws IOException, GateException {
        if (policy == null) {
            return new Answer.Closed(List.of(new Reason(
                    Reason.Code.PROFILE_CHANGED, "the profile of the check can no longer be read; check again")));
        }
        if (record.request() == null || record.check() == null || record.report() == null) {
            throw new GateException("the request was not checked");
        }
        List<Envelope> decisions = new ArrayList<>();
        for (RequestRecord.Decided decided : record.decisions()) {
            decisions.add(gate.envelope(decided.envelope()));
        }
        return ReleaseGate.evaluate(
                new SignedReport(
                        gate.envelope(record.request()),
                        gate.envelope(record.check()),
                        gate.store().bytes(record.report())),
                decisions,
                policy,
                gate.keyring(),
                gate.clock());
    }
}
