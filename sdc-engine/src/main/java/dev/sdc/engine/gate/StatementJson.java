package dev.sdc.engine.gate;

import dev.sdc.engine.gate.Statement.Check;
import dev.sdc.engine.gate.Statement.Choice;
import dev.sdc.engine.gate.Statement.Decision;
import dev.sdc.engine.gate.Statement.Order;
import dev.sdc.engine.gate.Statement.Plea;
import dev.sdc.engine.gate.Statement.Receipt;
import dev.sdc.engine.gate.Statement.Request;
import dev.sdc.engine.report.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Statements as in-toto writes them. */
final class StatementJson {
    private static final String TYPE = "https://in-toto.io/Statement/v1";
    private static final String SVR = "https://in-toto.io/attestation/svr/v0.2";
    private static final String REQUEST = "urn:sdc:gate:request:v1";
    private static final String DECISION = "urn:sdc:gate:decision:v1";
    private static final String ORDER = "urn:sdc:gate:order:v1";
    private static final String RECEIPT = "urn:sdc:gate:receipt:v1";
    private static final String PASSED = "SDC_PASS";

    private StatementJson() {}

    static ObjectNode of(Statement statement) {
        if (statement instanceof Request request) {
            return statement(request, REQUEST, request(request));
        }
        if (statement instanceof Check check) {
            return statement(check, SVR, check(check));
        }
        if (statement instanceof Decision decision) {
            return statement(decision, DECISION, decision(decision));
        }
        if (statement instanceof Order order) {
            return statement(order, ORDER, order(order));
        }
        if (statement instanceof Receipt receipt) {
            return statement(receipt, RECEIPT, receipt(receipt));
        }
        throw new IllegalStateException(); // the interface is sealed
    }

    static Statement read(JsonNode root) throws GateException {
        if (!Json.text(root, "_type").equals(TYPE)) {
            throw new GateException("this is no in-toto statement of version 1");
        }
        List<ReleasedFile> files = ReleasedFile.read(root);
        JsonNode predicate = Json.object(root, "predicate");
        return switch (Json.text(root, "predicateType")) {
            case REQUEST -> request(predicate, files);
            case SVR -> check(predicate, files);
            case DECISION -> decision(predicate, files);
            case ORDER -> order(predicate, files);
            case RECEIPT -> receipt(predicate, files);
            default -> throw new GateException("the statement is of a kind that the gate does not know");
        };
    }

    private static ObjectNode statement(Statement statement, String type, ObjectNode predicate) {
        ObjectNode root = Json.object();
        root.put("_type", TYPE);
        root.set("subject", ReleasedFile.subjects(statement.files()));
        root.put("predicateType", type);
        root.set("predicate", predicate);
        return root;
    }

    private static ObjectNode named(String id, int round) {
        ObjectNode node = Json.object();
        node.put("request", id);
        node.put("round", round);
        return node;
    }

    private static int round(JsonNode node) throws GateException {
        long round = Json.whole(node, "round");
        if (round < 1 || round > Integer.MAX_VALUE) {
            throw Json.lacks("round");
        }
        return (int) round;
    }

    private static ObjectNode request(Request request) {
        ObjectNode node = named(request.id(), request.round());
        node.put("project", request.project());
        node.put("requester", request.requester());
        node.put("at", request.at().toString());
        if (request.declaration() != null) {
            node.put("declaration", request.declaration().hex());
        }
        if (!request.containment().isEmpty()) {
            node.set("containment", Json.digests(request.containment()));
        }
        if (request.plea() != null) {
            ObjectNode plea = node.putObject("exception");
            plea.put("notDisclosive", request.plea().notDisclosive());
            plea.put("important", request.plea().important());
            plea.put("exceptional", request.plea().exceptional());
        }
        return node;
    }

    private static Request request(JsonNode node, List<ReleasedFile> files) throws GateException {
        return new Request(
                Json.text(node, "request"),
                round(node),
                Json.text(node, "project"),
                Json.text(node, "requester"),
                Json.time(node, "at"),
                files,
                node.has("declaration") ? Json.digest(node, "declaration") : null,
                node.has("containment") ? Json.digests(node, "containment") : List.of(),
                node.has("exception") ? plea(Json.object(node, "exception")) : null);
    }

    private static Plea plea(JsonNode node) throws GateException {
        return new Plea(Json.text(node, "notDisclosive"), Json.text(node, "important"), Json.text(node, "exceptional"));
    }

    /** The fields of the standard, and beside them those that only the gate reads. */
    private static ObjectNode check(Check check) {
        ObjectNode node = Json.object();
        node.putObject("verifier").put("id", "urn:sdc:engine:" + check.engine());
        node.put("timeCreated", check.at().toString());
        ObjectNode policy = node.putArray("policies").addObject();
        policy.put("name", check.profile());
        policy.putObject("digest").put("sha256", check.profileDigest().hex());
        ArrayNode properties = node.putArray("properties");
        if (check.verdict() == Verdict.PASS) {
            properties.add(PASSED);
        }
        ObjectNode ours = named(check.id(), check.round());
        ours.put("requestDigest", check.request().hex());
        ours.put("report", check.report().hex());
        ours.put("verdict", check.verdict().name());
        if (check.floor() != null) {
            ours.put("floor", check.floor());
        }
        ArrayNode named = ours.putArray("named");
        check.named().forEach(named::add);
        node.set("sdc", ours);
        return node;
    }

    private static Check check(JsonNode node, List<ReleasedFile> files) throws GateException {
        JsonNode ours = Json.object(node, "sdc");
        JsonNode policy = node.path("policies").path(0);
        String id = Json.text(Json.object(node, "verifier"), "id");
        return new Check(
                Json.digest(ours, "requestDigest"),
                Json.text(ours, "request"),
                round(ours),
                Json.digest(ours, "report"),
                Json.word(ours, "verdict", Verdict.class),
                id.replaceFirst("^urn:sdc:engine:", ""),
                Json.text(policy, "name"),
                Json.digest(Json.object(policy, "digest"), "sha256"),
                Json.optional(ours, "floor"),
                Json.texts(ours, "named"),
                Json.time(node, "timeCreated"),
                files);
    }

    private static ObjectNode decision(Decision decision) {
        ObjectNode node = named(decision.id(), decision.round());
        node.put("check", decision.check().hex());
        node.put("choice", decision.choice().name());
        node.put("by", decision.by());
        node.put("at", decision.at().toString());
        Destination destination = decision.destination();
        if (destination != null) {
            node.set("destination", destination.json());
        }
        node.put("notBefore", decision.from().toString());
        node.put("notAfter", decision.until().toString());
        node.put("nonce", decision.nonce());
        node.put("reason", decision.reason());
        return node;
    }

    private static Decision decision(JsonNode node, List<ReleasedFile> files) throws GateException {
        return new Decision(
                Json.digest(node, "check"),
                Json.text(node, "request"),
                round(node),
                Json.word(node, "choice", Choice.class),
                Json.text(node, "by"),
                Json.time(node, "at"),
                destination(node),
                Json.time(node, "notBefore"),
                Json.time(node, "notAfter"),
                Json.text(node, "nonce"),
                Json.text(node, "reason"),
                files);
    }

    private static @Nullable Destination destination(JsonNode node) throws GateException {
        return node.has("destination") ? Destination.read(Json.object(node, "destination")) : null;
    }

    private static ObjectNode order(Order order) {
        ObjectNode node = named(order.id(), order.round());
        node.put("check", order.check().hex());
        node.set("decisions", Json.digests(order.decisions()));
        node.put("by", order.by());
        node.set("destination", order.destination().json());
        node.put("at", order.at().toString());
        return node;
    }

    private static Order order(JsonNode node, List<ReleasedFile> files) throws GateException {
        return new Order(
                Json.digest(node, "check"),
                Json.digests(node, "decisions"),
                Json.text(node, "request"),
                round(node),
                Json.text(node, "by"),
                Destination.read(Json.object(node, "destination")),
                Json.time(node, "at"),
                files);
    }

    private static ObjectNode receipt(Receipt receipt) {
        ObjectNode node = named(receipt.id(), receipt.round());
        node.put("order", receipt.order().hex());
        node.put("check", receipt.check().hex());
        node.set("decisions", Json.digests(receipt.decisions()));
        node.put("approvals", receipt.approvals());
        node.put("approvalsNeeded", receipt.needed());
        node.put("whole", receipt.whole());
        node.set("destination", receipt.destination().json());
        node.put("hostKeySeen", receipt.hostKey());
        node.put("session", receipt.session());
        node.put("proof", receipt.proof());
        node.put("logIndex", receipt.index());
        node.put("at", receipt.at().toString());
        return node;
    }

    private static Receipt receipt(JsonNode node, List<ReleasedFile> files) throws GateException {
        return new Receipt(
                Json.digest(node, "order"),
                Json.digest(node, "check"),
                Json.digests(node, "decisions"),
                Json.text(node, "request"),
                round(node),
                (int) Json.whole(node, "approvals"),
                (int) Json.whole(node, "approvalsNeeded"),
                Json.truth(node, "whole"),
                Destination.read(Json.object(node, "destination")),
                Json.text(node, "hostKeySeen"),
                Json.text(node, "session"),
                Json.text(node, "proof"),
                Json.whole(node, "logIndex"),
                Json.time(node, "at"),
                files);
    }
}
