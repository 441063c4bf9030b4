package dev.sdc.engine.gate;

import dev.sdc.engine.gate.RequestRecord.Comment;
import dev.sdc.engine.gate.RequestRecord.Decided;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the log says of a request, gathered event by event. A new round leaves what was decided in the one before behind. */
final class RequestHistory {
    private final String id;
    private final List<Comment> comments = new ArrayList<>();
    private final List<Decided> decisions = new ArrayList<>();
    private final Map<String, Digest> delivered = new LinkedHashMap<>();
    private int round;
    private @Nullable Digest request;
    private @Nullable Digest check;
    private @Nullable Digest report;
    private boolean withdrawn;
    private @Nullable Digest order;
    private @Nullable Digest receipt;

    RequestHistory(String id) {
        this.id = id;
    }

    void take(Event event) throws GateException {
        switch (event.kind()) {
            case SUBMITTED -> {
                round++;
                request = event.digest("request");
                check = null;
                report = null;
                reset();
            }
            case CHECKED -> {
                check = event.digest("check");
                report = event.digest("report");
                reset();
            }
            case DECIDED -> decisions.add(new Decided(event.by(), event.digest("decision"), event.at()));
            case COMMENTED -> comments.add(new Comment(round, event.by(), event.at(), event.detail("text")));
            case WITHDRAWN -> withdrawn = true;
            case ORDERED -> order = event.digest("order");
            case DELIVERED -> delivered.put(event.detail("file"), event.digest("receipt"));
            case RELEASED -> receipt = event.digest("receipt");
            case KEYRING, INTERRUPTED, LOGIN, LOGIN_REFUSED, REFUSED, RECOVERED -> {
                // nothing of a request
            }
        }
    }

    private void reset() {
        decisions.clear();
        delivered.clear();
        withdrawn = false;
        order = null;
        receipt = null;
    }

    RequestRecord record() {
        return new RequestRecord(
                id,
                round,
                request,
                check,
                report,
                List.copyOf(decisions),
                List.copyOf(comments),
                withdrawn,
                order,
                Collections.unmodifiableMap(new LinkedHashMap<>(delivered)),
                receipt);
    }
}
