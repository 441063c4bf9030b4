package dev.sdc.engine.gate;

import java.util.Map;

/**
 * An order to release.
 *
 * @param digest of the order's envelope
 * @param delivered the receipts of what is there already, by path
 */
public record Ordered(Answer.Open open, Digest digest, Map<String, Digest> delivered) {}
