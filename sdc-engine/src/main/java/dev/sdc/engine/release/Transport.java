package dev.sdc.engine.release;

import dev.sdc.engine.gate.Destination;
import dev.sdc.engine.gate.GateException;
import java.io.IOException;

/** A way to reach a destination. A site that has its own brings it by implementing this and {@link FarSide}. */
@FunctionalInterface
public interface Transport {
    /**
     * Connects.
     *
     * @throws GateException if the other side is not the one that was approved; nothing was sent then
     * @throws IOException if it cannot be reached
     */
    FarSide connect(Destination destination) throws IOException, GateException;
}
