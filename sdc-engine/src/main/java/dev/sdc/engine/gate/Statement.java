package dev.sdc.engine.gate;

import dev.sdc.engine.report.Verdict;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody signs about a request: an in-toto statement whose subjects are the files. Each but the first names the
 * digest of the envelope of the one before.
 */
public sealed interface Statement {
    /** The type of the payload of an envelope that holds a statement. */
    String PAYLOAD_TYPE = "application/vnd.in-toto+json";

    /** The files. */
    List<ReleasedFile> files();

    /** When it was made, as its maker says. */
    Instant at();

    /** Signs the statement. */
    default Envelope signedBy(Signer signer) throws GateException {
        return Envelope.sign(PAYLOAD_TYPE, payload(), signer);
    }

    /** The bytes that an envelope holds. */
    default byte[] payload() {
        return Json.bytes(StatementJson.of(this));
    }

    /**
     * Reads the statement of an envelope; its signatures are not verified.
     *
     * @throws GateException if it is no statement, or one of another kind
     */
    static <T extends Statement> T read(Envelope envelope, Class<T> kind) throws GateException {
        if (!envelope.payloadType().equals(PAYLOAD_TYPE)) {
            throw new GateException("the envelope holds no in-toto statement");
        }
        Statement statement = StatementJson.read(Json.read(envelope.payload()));
        if (!kind.isInstance(statement)) {
            throw new GateException("the statement is of another kind: this takes a "
                    + kind.getSimpleName().toLowerCase(java.util.Locale.ROOT));
        }
        return kind.cast(statement);
    }

    /**
     * The requester asks for files to be released.
     *
     * @param id the request
     * @param round counts from 1: a request comes again after its files changed or it was returned
     * @param project the data set, for which people have roles
     * @param declaration the digest of submission.yaml, or null where there is none
     * @param containment the digests of the tables of containment, in the order in which submission.yaml names them
     * @param plea why a breach should be released, or null
     */
    record Request(
            String id,
            int round,
            String project,
            String requester,
            Instant at,
            List<ReleasedFile> files,
            @Nullable Digest declaration,
            List<Digest> containment,
            @Nullable Plea plea)
            implements Statement {}

    /**
     * The requester's case for an exception, in three sentences.
     *
     * @param notDisclosive why it discloses nothing
     * @param important why it is needed
     * @param exceptional why this once
     */
    record Plea(String notDisclosive, String important, String exceptional) {}

    /**
     * The machine has checked them: a Simple Verification Result.
     *
     * @param request the digest of the request's envelope
     * @param report the digest of the report's JSON
     * @param profile the profile that decided
     * @param floor what the gate demanded at least: a profile, or null
     * @param named the profiles that the request named
     */
    record Check(
            Digest request,
            String id,
            int round,
            Digest report,
            Verdict verdict,
            String engine,
            String profile,
            Digest profileDigest,
            @Nullable String floor,
            List<String> named,
            Instant at,
            List<ReleasedFile> files)
            implements Statement {}

    /** What a person decides. */
    enum Choice {
        APPROVE,
        REJECT,
        RETURN,
        /** The requester takes the request back. */
        WITHDRAW
    }

    /**
     * A person has decided.
     *
     * @param check the digest of the check's envelope
     * @param by who decided, as the keyring names them
     * @param destination where to the files may go; null unless approved
     * @param from from when the approval holds
     * @param until until when
     * @param nonce makes the approval good for one release
     * @param reason why; never empty where a breach is approved
     */
    record Decision(
            Digest check,
            String id,
            int round,
            Choice choice,
            String by,
            Instant at,
            @Nullable Destination destination,
            Instant from,
            Instant until,
            String nonce,
            String reason,
            List<ReleasedFile> files)
            implements Statement {}

    /**
     * The release admin orders the release.
     *
     * @param decisions the digests of the approvals' envelopes
     */
    record Order(
            Digest check,
            List<Digest> decisions,
            String id,
            int round,
            String by,
            Destination destination,
            Instant at,
            List<ReleasedFile> files)
            implements Statement {}

    /**
     * The far end holds the files.
     *
     * @param order the digest of the order's envelope
     * @param check the digest of the check's envelope
     * @param decisions the digests of the approvals' envelopes
     * @param approvals how many people approved
     * @param needed how many the profile asked for
     * @param whole whether these are all files of the request
     * @param hostKey the host key that was seen
     * @param session the id of the session, in hex; empty where the transport has none
     * @param proof how the far end's bytes were verified
     * @param index how many events the log held before
     */
    record Receipt(
            Digest order,
            Digest check,
            List<Digest> decisions,
            String id,
            int round,
            int approvals,
            int needed,
            boolean whole,
            Destination destination,
            String hostKey,
            String session,
            String proof,
            long index,
            Instant at,
            List<ReleasedFile> files)
            implements Statement {}
}
