package dev.sdc.engine.gate;

/**
 * A report with what binds it: the request that it answers, and the gate's statement that it was made.
 *
 * @param request the requester's envelope
 * @param check the gate's envelope
 * @param json the report's bytes
 */
@SuppressWarnings("ArrayRecordComponent") // identity only
public record SignedReport(Envelope request, Envelope check, byte[] json) {}
