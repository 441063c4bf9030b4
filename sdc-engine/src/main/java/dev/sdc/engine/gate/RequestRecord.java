package dev.sdc.engine.gate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the log says of a request. Immutable.
 *
 * @param round which round it is in; 0 where nothing was handed in
 * @param request the digest of the requester's envelope of this round
 * @param check the digest of the check's envelope of this round
 * @param report the digest of the report of this round
 * @param decisions the decisions of this round, in their order
 * @param comments what was said, in all rounds
 * @param withdrawn whether the requester has withdrawn it
 * @param order the digest of the order to release it, of this round
 * @param delivered the digest of each delivered file's receipt, by path
 * @param receipt the digest of the receipt for the whole; null while it is not released
 */
public record RequestRecord(
        String id,
        int round,
        @Nullable Digest request,
        @Nullable Digest check,
        @Nullable Digest report,
        List<Decided> decisions,
        List<Comment> comments,
        boolean withdrawn,
        @Nullable Digest order,
        Map<String, Digest> delivered,
        @Nullable Digest receipt) {

    /** That somebody decided; what they decided stands in the envelope. */
    public record Decided(String by, Digest envelope, Instant at) {}

    /** What somebody said. */
    public record Comment(int round, String by, Instant at, String text) {}

    /** Nothing was handed in. */
    static RequestRecord none(String id) {
        return new RequestRecord(id, 0, null, null, null, List.of(), List.of(), false, null, Map.of(), null);
    }

    /** The record after another event. A new round leaves the decisions of the one before behind. */
    RequestRecord after(Event event) throws GateException {
        return switch (event.kind()) {
            case SUBMITTED ->
                new RequestRecord(
                        id,
                        round + 1,
                        event.digest("request"),
                        null,
                        null,
                        List.of(),
                        comments,
                        false,
                        null,
                        Map.of(),
                        null);
            case CHECKED ->
                new RequestRecord(
                        id,
                        round,
                        request,
                        event.digest("check"),
                        event.digest("report"),
                        List.of(),
                        comments,
                        false,
                        null,
                        Map.of(),
                        null);
            case DECIDED -> {
                List<Decided> more = new ArrayList<>(decisions);
                more.add(new Decided(event.by(), event.digest("decision"), event.at()));
                yield with(List.copyOf(more), comments, withdrawn, order, delivered, receipt);
            }
            case COMMENTED -> {
                List<Comment> more = new ArrayList<>(comments);
                more.add(new Comment(round, event.by(), event.at(), event.detail("text")));
                yield with(decisions, List.copyOf(more), withdrawn, order, delivered, receipt);
            }
            case WITHDRAWN -> with(decisions, comments, true, order, delivered, receipt);
            case ORDERED -> with(decisions, comments, withdrawn, event.digest("order"), delivered, receipt);
            case DELIVERED -> {
                Map<String, Digest> more = new LinkedHashMap<>(delivered);
                more.put(event.detail("file"), event.digest("receipt"));
                yield with(decisions, comments, withdrawn, order, more, receipt);
            }
            case RELEASED -> with(decisions, comments, withdrawn, order, delivered, event.digest("receipt"));
            case KEYRING, INTERRUPTED, LOGIN, LOGIN_REFUSED, REFUSED, RECOVERED -> this;
        };
    }

    private RequestRecord with(
            List<Decided> newDecisions,
            List<Comment> newComments,
            boolean newWithdrawn,
            @Nullable Digest newOrder,
            Map<String, Digest> newDelivered,
            @Nullable Digest newReceipt) {
        return new RequestRecord(
                id,
                round,
                request,
                check,
                report,
                newDecisions,
                newComments,
                newWithdrawn,
                newOrder,
                newDelivered,
                newReceipt);
    }
}
