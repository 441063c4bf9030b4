package dev.sdc.engine.gate;

import dev.sdc.engine.gate.Standing.State;
import dev.sdc.engine.gate.Statement.Decision;
import dev.sdc.engine.gate.Statement.Order;
import dev.sdc.engine.gate.Statement.Request;
import dev.sdc.engine.report.VisibleText;
import java.io.IOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a release is ordered: by whom, where to, and with approvals that no other release has used. */
final class Ordering {
    private final GateFolder gate;
    private final Standings standings;

    Ordering(GateFolder gate, Standings standings) {
        this.gate = gate;
        this.standings = standings;
    }

    /**
     * Orders a release, or takes up the order that was given.
     *
     * @param admin the release admin, as the keyring names them
     * @param signer signs for them
     */
    Ordered order(String id, Destination destination, String admin, Signer signer) throws IOException, GateException {
        return gate.log().locked(() -> {
            Standing standing = standings.of(id);
            Request request = standing.request();
            if (standing.state() == State.RELEASED || request == null) {
                throw new GateException("the request " + id + " is released already");
            }
            Answer answer = standing.answer();
            if (answer instanceof Answer.Open open) {
                answer = open.at(destination, spent(standing.record()));
            }
            if (!(answer instanceof Answer.Open open)) {
                throw new GateException(closed(id, standing, answer));
            }
            Instant now = gate.now();
            Person person = gate.keyring().people().get(admin);
            if (person == null || person.keys().stream().noneMatch(held -> held.holdsAt(now))) {
                throw new GateException(admin + " has no key that counts at this time");
            }
            if (!person.is(Role.RELEASE_ADMIN, request.project())) {
                throw new GateException(
                        person.name() + " is no release admin of the project " + VisibleText.of(request.project()));
            }
            if (person.name().equals(request.requester())
                    || open.approvals().stream()
                            .anyMatch(approval -> approval.by().equals(person.name()))) {
                throw new GateException(
                        person.name() + " made or approved the request; another release admin must release it");
            }
            Digest given = standing.record().order();
            if (given != null) {
                Order order = Statement.read(gate.envelope(given), Order.class);
                if (order.destination().equals(destination)
                        && order.decisions().equals(open.approvalDigests())
                        && order.check().equals(open.checkDigest())) {
                    return new Ordered(open, given, standing.record().delivered());
                }
            }
            Envelope envelope = new Order(
                            open.checkDigest(),
                            open.approvalDigests(),
                            id,
                            open.check().round(),
                            person.name(),
                            destination,
                            now,
                            open.files())
                    .signedBy(signer);
            Digest digest = gate.store().add(envelope.json());
            gate.log()
                    .append(
                            Event.Kind.ORDERED,
                            id,
                            person.name(),
                            Map.of(
                                    "order",
                                    digest.hex(),
                                    "to",
                                    destination.url(),
                                    "nonces",
                                    String.join(
                                            " ",
                                            open.approvals().stream()
                                                    .map(Decision::nonce)
                                                    .toList())));
            return new Ordered(open, digest, standing.record().delivered());
        });
    }

    static String closed(String id, Standing standing, @Nullable Answer answer) {
        StringBuilder text = new StringBuilder(
                "the gate is closed for " + id + " (" + standing.state().name().toLowerCase(Locale.ROOT) + ")");
        if (answer instanceof Answer.Closed closed) {
            closed.reasons().forEach(reason -> text.append("\n  - ").append(reason.text()));
        }
        return text.toString();
    }

    /** The nonces that orders of other requests have used. */
    private Set<String> spent(RequestRecord record) throws IOException, GateException {
        Set<String> spent = new HashSet<>();
        gate.log().read((event, line) -> {
            if (event.kind() == Event.Kind.ORDERED && !record.id().equals(event.request())) {
                spent.addAll(List.of(event.detail("nonces").split(" ")));
            }
        });
        return spent;
    }
}
