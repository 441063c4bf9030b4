package dev.sdc.engine.gate;

import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How far the log went at a time, signed by the gate. Kept on another machine it shows that nothing was cut off.
 *
 * @param events how many events there were
 * @param head the digest of the last one's line
 */
public record Checkpoint(long events, Digest head, Instant at) {
    /** The type of the payload of an envelope that holds a checkpoint. */
    public static final String PAYLOAD_TYPE = "application/vnd.sdc.checkpoint+json";

    Envelope signedBy(Signer gate) throws GateException {
        ObjectNode node = Json.object();
        node.put("schema", "sdc-checkpoint/1");
        node.put("events", events);
        node.put("head", head.hex());
        node.put("at", at.toString());
        return Envelope.sign(PAYLOAD_TYPE, Json.bytes(node), gate);
    }

    /**
     * Reads a checkpoint.
     *
     * @param keyring whose gate must have signed it
     */
    public static Checkpoint read(Envelope envelope, Keyring keyring) throws GateException {
        if (!envelope.payloadType().equals(PAYLOAD_TYPE)) {
            throw new GateException("this is no checkpoint of a log");
        }
        JsonNode node = Json.read(envelope.payload());
        Checkpoint checkpoint =
                new Checkpoint(Json.whole(node, "events"), Json.digest(node, "head"), Json.time(node, "at"));
        if (!keyring.isOfTheGate(envelope, checkpoint.at)) {
            throw new GateException("the checkpoint is not signed by the gate");
        }
        return checkpoint;
    }
}
