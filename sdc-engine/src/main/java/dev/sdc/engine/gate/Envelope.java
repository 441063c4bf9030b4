package dev.sdc.engine.gate;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A signed payload: a DSSE envelope, version 1.0.2. What is signed are the payload's exact bytes and their type.
 *
 * @param payloadType what the payload is
 * @param payload the payload
 * @param signatures who signed it, not yet verified
 */
@SuppressWarnings("ArrayRecordComponent") // identity only; compared by digest
public record Envelope(String payloadType, byte[] payload, List<Made> signatures) {

    /**
     * A signature as the envelope has it.
     *
     * @param keyid a hint which key made it; nothing rests on it
     */
    @SuppressWarnings("ArrayRecordComponent") // identity only
    public record Made(String keyid, byte[] sig) {}

    /** Signs a payload. */
    public static Envelope sign(String payloadType, byte[] payload, Signer signer) throws GateException {
        return withSignature(
                payloadType, payload, signer.publicKey(), signer.sign(preAuthentication(payloadType, payload)));
    }

    /** An envelope around a payload that was signed elsewhere. */
    public static Envelope withSignature(String payloadType, byte[] payload, SshPublicKey key, byte[] signature) {
        return new Envelope(payloadType, payload, List.of(new Made(key.fingerprint(), signature)));
    }

    /** The bytes that are signed. */
    public static byte[] preAuthentication(String payloadType, byte[] payload) {
        byte[] type = payloadType.getBytes(StandardCharsets.UTF_8);
        byte[] head = ("DSSEv1 " + type.length + " " + payloadType + " " + payload.length + " ")
                .getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[head.length + payload.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(payload, 0, all, head.length, payload.length);
        return all;
    }

    /** Whether one of the signatures was made with a key. */
    public boolean isSignedWith(SshPublicKey key) {
        byte[] message = preAuthentication(payloadType, payload);
        return signatures.stream().anyMatch(made -> Signatures.verifies(key, message, made.sig));
    }

    /** The envelope as it is stored. */
    public byte[] json() {
        ObjectNode root = Json.object();
        root.put("payloadType", payloadType);
        root.put("payload", Base64.getEncoder().encodeToString(payload));
        ArrayNode list = root.putArray("signatures");
        for (Made made : signatures) {
            ObjectNode signature = list.addObject();
            signature.put("keyid", made.keyid);
            signature.put("sig", Base64.getEncoder().encodeToString(made.sig));
        }
        return Json.bytes(root);
    }

    /** Reads an envelope; its signatures are not verified. */
    public static Envelope read(byte[] json) throws GateException {
        return read(Json.read(json));
    }

    static Envelope read(JsonNode root) throws GateException {
        return new Envelope(
                Json.text(root, "payloadType"),
                base64(root, "payload"),
                Json.each(root, "signatures", node -> new Made(Json.text(node, "keyid"), base64(node, "sig"))));
    }

    private static byte[] base64(JsonNode node, String field) throws GateException {
        try {
            return Base64.getDecoder().decode(Json.text(node, field));
        } catch (IllegalArgumentException e) {
            throw Json.lacks(field);
        }
    }
}
