package dev.sdc.engine.gate;

import dev.sdc.engine.gate.Statement.Check;
import dev.sdc.engine.gate.Statement.Decision;
import dev.sdc.engine.gate.Statement.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Whether a request may leave. */
public sealed interface Answer {

    /**
     * It may.
     *
     * @param checkDigest the digest of the check's envelope
     * @param approvals the approvals that open the gate
     * @param approvalDigests the digests of their envelopes, in the same order
     * @param needed how many approvals were needed
     * @param destination where to
     */
    record Open(
            Request request,
            Check check,
            Digest checkDigest,
            List<Decision> approvals,
            List<Digest> approvalDigests,
            int needed,
            Destination destination)
            implements Answer {

        /** The files that may leave, and no other. */
        public List<ReleasedFile> files() {
            return check.files();
        }

        /** The answer for one release: to this place, with approvals that no other release has used. */
        public Answer at(Destination place, Set<String> spent) {
            List<Reason> reasons = new ArrayList<>();
            if (!place.equals(destination)) {
                reasons.add(new Reason(
                        Reason.Code.OTHER_DESTINATION,
                        "the approvals are for " + destination.url() + " with host key " + destination.hostKey()
                                + ", not for " + place.url() + " with " + place.hostKey()));
            }
            for (Decision approval : approvals) {
                if (spent.contains(approval.nonce())) {
                    reasons.add(new Reason(
                            Reason.Code.SPENT, "the approval of " + approval.by() + " was used for another release"));
                }
            }
            return reasons.isEmpty() ? this : new Closed(reasons);
        }
    }

    /** It may not. */
    record Closed(List<Reason> reasons) implements Answer {
        /** Copies. */
        public Closed {
            reasons = List.copyOf(reasons);
        }
    }
}
