package dev.sdc.engine.audit.ledger;

import java.io.IOException;

/** A ledger that cannot be trusted or used; the message says where and why, for people. */
public final class LedgerException extends IOException {
    private static final long serialVersionUID = 1;

    LedgerException(String message) {
        super(message);
    }

    LedgerException(String message, Throwable cause) {
        super(message, cause);
    }
}
