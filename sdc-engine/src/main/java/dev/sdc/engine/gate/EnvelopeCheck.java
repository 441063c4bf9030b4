package dev.sdc.engine.gate;

import dev.sdc.engine.gate.Statement.Check;
import dev.sdc.engine.gate.Statement.Decision;
import dev.sdc.engine.gate.Statement.Order;
import dev.sdc.engine.gate.Statement.Receipt;
import dev.sdc.engine.gate.Statement.Request;
import java.util.Locale;

/** Verifies one signed statement by itself, such as a receipt that somebody was given. */
public final class EnvelopeCheck {
    private EnvelopeCheck() {}

    /**
     * A statement whose signature is good.
     *
     * @param kind what it is, in a word
     * @param by who signed it
     */
    public record Verified(Statement statement, String kind, String by) {}

    /**
     * Verifies a statement against a keyring.
     *
     * @throws GateException if it is not signed by whom it must be
     */
    public static Verified of(Envelope envelope, Keyring keyring) throws GateException {
        Statement statement = Statement.read(envelope, Statement.class);
        if (statement instanceof Request request) {
            return signed(envelope, keyring, statement, request.requester());
        }
        if (statement instanceof Decision decision) {
            return signed(envelope, keyring, statement, decision.by());
        }
        if (statement instanceof Order order && !keyring.isOfTheGate(envelope, order.at())) {
            return signed(envelope, keyring, statement, order.by());
        }
        if (statement instanceof Check || statement instanceof Receipt || statement instanceof Order) {
            if (!keyring.isOfTheGate(envelope, statement.at())) {
                throw new GateException("it is not signed by the gate");
            }
            return new Verified(statement, kind(statement), "the gate");
        }
        throw new IllegalStateException(); // the interface is sealed
    }

    /** By a key that was the person's when they signed; that it ended since takes nothing back. */
    private static Verified signed(Envelope envelope, Keyring keyring, Statement statement, String by)
            throws GateException {
        if (keyring.signer(envelope, by, statement.at(), statement.at()).isEmpty()) {
            throw new GateException("it is not signed by " + by + " with a key of the keyring that counted then");
        }
        return new Verified(statement, kind(statement), by);
    }

    private static String kind(Statement statement) {
        return statement.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
