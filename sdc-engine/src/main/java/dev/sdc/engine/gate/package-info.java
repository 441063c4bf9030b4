/**
 * The gate: signed statements on a request, the people whose signatures count, and the question whether it may leave.
 *
 * <p>{@link dev.sdc.engine.gate.ReleaseGate} decides and touches nothing; {@link dev.sdc.engine.gate.GateFolder} holds the
 * bytes, the statements and the log that it decides on.
 */
@NullMarked
package dev.sdc.engine.gate;

import org.jspecify.annotations.NullMarked;
