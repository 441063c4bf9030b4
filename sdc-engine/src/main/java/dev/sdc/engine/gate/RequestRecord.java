package dev.sdc.engine.gate;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
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

    /** The record without what people decided in this round, and without some of what was said. */
    RequestRecord without(Predicate<Comment> hidden) {
        return new RequestRecord(
                id,
                round,
                request,
                check,
                report,
                List.of(),
                comments.stream().filter(hidden.negate()).toList(),
                withdrawn,
                order,
                delivered,
                receipt);
    }
}
