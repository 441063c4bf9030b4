package dev.sdc.engine.release;

import dev.sdc.engine.gate.Answer;
import dev.sdc.engine.gate.Destination;
import dev.sdc.engine.gate.Event;
import dev.sdc.engine.gate.GateException;
import dev.sdc.engine.gate.GateFolder;
import dev.sdc.engine.gate.Ordered;
import dev.sdc.engine.gate.Signer;
import dev.sdc.engine.gate.Standing;
import dev.sdc.engine.gate.Workflow;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Sends an approved request.
 *
 * <p>Whatever breaks off, the release can be run again: it goes on where it stopped, sends nothing twice and replaces
 * nothing.
 */
public final class Release {
    private final Workflow workflow;
    private final GateFolder gate;
    private final Transport transport;
    private final Watcher watcher;
    private final List<Released.Ledger> ledgers;

    /**
     * A way to release.
     *
     * @param ledgers are told what was released
     */
    public Release(Workflow workflow, Transport transport, Watcher watcher, List<Released.Ledger> ledgers) {
        this.workflow = workflow;
        this.gate = workflow.gate();
        this.transport = transport;
        this.watcher = new OneAtATime(watcher);
        this.ledgers = List.copyOf(ledgers);
    }

    /**
     * Releases a request, or finishes what was begun; what is released already stays as it is.
     *
     * @param admin signs the order as release admin
     * @throws GateException if the gate is closed, the far side is another one, or somebody else releases it now
     */
    public Standing run(String id, Destination destination, Signer admin) throws IOException, GateException {
        gate.requireWholeLog();
        try (GateFolder.Claim claim = gate.claim(id)) {
            Standing before = workflow.standing(id);
            if (before.state() == Standing.State.RELEASED) {
                gate.checkpointIfBehind(); // a run that broke off after its last event did not come to it
                return before;
            }
            Ordered ordered = workflow.order(id, destination, admin);
            try (FarSide far = transport.connect(destination)) {
                if (!far.hostKey().equals(destination.hostKey())) {
                    throw new GateException("the server's host key is " + far.hostKey() + ", approved was "
                            + destination.hostKey() + "; nothing was sent");
                }
                Receipts receipts = new Receipts(gate, ordered, far.hostKey(), far.session(), far.proof());
                send(ordered, far, receipts);
                receipts.released(ledgers);
            } catch (GateException e) {
                interrupted(claim, e, e.getMessage());
                throw e;
            } catch (IOException e) {
                interrupted(claim, e, e.getClass().getSimpleName());
                throw e;
            }
            return workflow.standing(id);
        }
    }

    private void interrupted(GateFolder.Claim claim, Exception broke, @Nullable String why) {
        try {
            gate.log()
                    .append(
                            Event.Kind.INTERRUPTED,
                            claim.request(),
                            "gate",
                            Map.of("why", why == null ? "unknown" : why));
        } catch (IOException | GateException e) {
            broke.addSuppressed(e); // the same disk may be full; what broke first is what is told
        }
    }

    private void send(Ordered ordered, FarSide far, Receipts receipts) throws IOException, GateException {
        Answer.Open open = ordered.open();
        AtomicInteger number = new AtomicInteger();
        Lanes.send(open.files(), far, (file, lane) -> {
            watcher.file(file.path(), number.incrementAndGet(), open.files().size(), file.bytes());
            if (ordered.delivered().containsKey(file.path()) && lane.size(file.path()) == file.bytes()) {
                watcher.sent(file.bytes());
                watcher.verifying(file.bytes());
            } else {
                new Delivery(gate.store(), watcher, open.check().id(), file, lane).run();
                receipts.delivered(file);
            }
        });
    }
}
