package dev.sdc.engine.gate;

import dev.sdc.engine.gate.Statement.Check;
import dev.sdc.engine.gate.Statement.Choice;
import dev.sdc.engine.gate.Statement.Decision;
import dev.sdc.engine.gate.Statement.Request;
import dev.sdc.engine.report.VisibleText;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How people decide on a request: what they sign, and whether it counts. */
final class Deciding {
    static final int LONGEST_REASON = 4000;

    private final GateFolder gate;
    private final Standings standings;

    Deciding(GateFolder gate, Standings standings) {
        this.gate = gate;
        this.standings = standings;
    }

    /**
     * What a person would sign to decide on a request as it stands now.
     *
     * @param destination where to, for an approval; null for anything else
     * @param holds how long an approval is valid; at most as long as the profile allows
     * @param reason why
     */
    Decision draft(
            String id,
            String by,
            Choice choice,
            @Nullable Destination destination,
            @Nullable Duration holds,
            String reason)
            throws IOException, GateException {
        Standing standing = standings.of(id);
        Check check = standing.check();
        if (check == null || standing.record().check() == null) {
            throw new GateException("the request " + id + " was not checked; hand it in again with: sdc submit DIR");
        }
        if (reason.length() > LONGEST_REASON) {
            throw new GateException("a reason has at most " + LONGEST_REASON + " characters");
        }
        Policy policy = standings.policy(check);
        Duration longest = policy == null ? Duration.ofDays(1) : policy.approvalTime();
        Instant now = gate.now();
        byte[] nonce = new byte[16];
        new SecureRandom().nextBytes(nonce);
        return new Decision(
                standing.record().check(),
                id,
                check.round(),
                choice,
                by,
                now,
                destination,
                now,
                now.plus(holds == null ? longest : holds),
                HexFormat.of().formatHex(nonce),
                reason,
                check.files());
    }

    /** Takes a signed decision, and refuses one that would count for nothing. */
    Standing decide(Envelope envelope) throws IOException, GateException {
        Decision decision = Statement.read(envelope, Decision.class);
        return gate.log().locked(() -> {
            Standing standing = standings.of(decision.id());
            Request request = standing.request();
            if (standing.state().isFinal()
                    || request == null
                    || standing.record().check() == null) {
                throw new GateException("the request " + decision.id() + " is "
                        + standing.state().name().toLowerCase(Locale.ROOT) + "; nothing is to be decided");
            }
            Keyring keyring = gate.keyring();
            Instant now = gate.clock().instant();
            Person person = keyring.signer(envelope, decision.by(), decision.at(), now)
                    .orElseThrow(() -> new GateException("the decision is not signed by " + decision.by()
                            + ", or their key does not count at this time"));
            if (!decision.check().equals(standing.record().check())
                    || decision.round() != standing.record().round()) {
                throw new GateException("the decision is about another check of the request; look at the report of"
                        + " this round, and decide again");
            }
            if (decision.choice() == Choice.WITHDRAW) {
                return withdraw(decision, envelope, request);
            }
            if (decision.by().equals(request.requester())) {
                throw new GateException(decision.by() + " made the request and may not decide on it");
            }
            if (!person.checks(request.project())) {
                throw new GateException(
                        decision.by() + " is no checker of the project " + VisibleText.of(request.project()));
            }
            if (decision.choice() != Choice.APPROVE && decision.reason().isBlank()) {
                throw new GateException("say what is wrong, and what would mend it: --reason TEXT");
            }
            if (decision.choice() == Choice.APPROVE && decision.destination() == null) {
                throw new GateException("an approval names where to: --to sftp://… --host-key SHA256:…");
            }
            Digest digest = gate.store().add(envelope.json());
            gate.log().append(Event.Kind.DECIDED, decision.id(), decision.by(), Map.of("decision", digest.hex()));
            return standings.of(decision.id());
        });
    }

    private Standing withdraw(Decision decision, Envelope envelope, Request request) throws IOException, GateException {
        if (!decision.by().equals(request.requester())) {
            throw new GateException("only " + request.requester() + " can withdraw the request");
        }
        Digest digest = gate.store().add(envelope.json());
        gate.log()
                .append(
                        Event.Kind.WITHDRAWN,
                        decision.id(),
                        decision.by(),
                        Map.of("decision", digest.hex(), "reason", decision.reason()));
        return standings.of(decision.id());
    }
}
