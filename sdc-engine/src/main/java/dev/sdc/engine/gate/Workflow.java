package dev.sdc.engine.gate;

import dev.sdc.engine.gate.Standing.State;
import dev.sdc.engine.gate.Statement.Check;
import dev.sdc.engine.gate.Statement.Choice;
import dev.sdc.engine.gate.Statement.Decision;
import dev.sdc.engine.gate.Statement.Plea;
import dev.sdc.engine.gate.Statement.Receipt;
import dev.sdc.engine.gate.Statement.Request;
import dev.sdc.engine.report.Report;
import dev.sdc.engine.report.ReportJson;
import dev.sdc.engine.report.VisibleText;
import dev.sdc.engine.rule.Profile;
import dev.sdc.engine.submission.DeclarationException;
import dev.sdc.engine.submission.Submission;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The way of a request from its author to its release: who may do what, and when. Every step is an event of the log. */
public final class Workflow {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    private final GateFolder gate;
    private final PolicySource profiles;
    private final Standings standings;
    private final Deciding deciding;
    private final Ordering ordering;

    /** A workflow over a gate. */
    public Workflow(GateFolder gate, PolicySource profiles) {
        this.gate = gate;
        this.profiles = profiles;
        this.standings = new Standings(gate, profiles);
        this.deciding = new Deciding(gate, standings);
        this.ordering = new Ordering(gate, standings);
    }

    /** The gate. */
    public GateFolder gate() {
        return gate;
    }

    /**
     * Hands in a request: takes its files into the store, has the stored bytes checked, and signs what came of it.
     *
     * @param id the request's id, where the submission has none
     * @param plea the case for an exception, or null
     * @param requester signs as the submission's requester
     */
    public Standing submit(Submission submission, String id, @Nullable Plea plea, Signer requester, Checker checker)
            throws IOException, GateException, DeclarationException {
        String name = submission.id() == null ? id : submission.id();
        if (!ID.matcher(name).matches()) {
            throw new GateException("a request's id has letters, digits, dots, hyphens and underscores; give one in"
                    + " submission.yaml");
        }
        String project = submission.dataset() == null ? Person.EVERY_PROJECT : submission.dataset();
        Keyring keyring = gate.keyring();
        Instant now = gate.now();
        Person person = keyring.requireHolder(requester.publicKey(), now);
        if (!person.is(Role.REQUESTER, project)) {
            throw new GateException(person.name() + " is no requester of the project " + VisibleText.of(project));
        }
        if (submission.requester() != null && !submission.requester().equals(person.name())) {
            throw new GateException("the submission's requester is " + VisibleText.of(submission.requester())
                    + ", but the key is that of " + person.name());
        }
        TakingIn.Taken taken = new TakingIn(gate.store()).take(submission);
        int round = gate.log().locked(() -> {
            RequestRecord before = gate.request(name);
            requireMayComeAgain(before, person);
            int next = before == null ? 1 : before.round() + 1;
            Envelope envelope = new Request(
                            name,
                            next,
                            project,
                            person.name(),
                            now,
                            taken.files(),
                            taken.declaration(),
                            taken.containment(),
                            plea)
                    .signedBy(requester);
            Digest digest = gate.store().add(envelope.json());
            gate.log()
                    .append(
                            Event.Kind.SUBMITTED,
                            name,
                            person.name(),
                            Map.of(
                                    "request",
                                    digest.hex(),
                                    "files",
                                    Integer.toString(taken.files().size())));
            return next;
        });
        check(name, round, taken, keyring.floor(project), checker);
        return standing(name);
    }

    private void requireMayComeAgain(@Nullable RequestRecord before, Person person) throws IOException, GateException {
        if (before == null) {
            return;
        }
        Standing standing = standings.of(before);
        State state = standing.state();
        if (state.isFinal()) {
            throw new GateException("the request " + before.id() + " is "
                    + state.name().toLowerCase(Locale.ROOT) + "; hand in a new one under another id");
        }
        if (before.order() != null && standing.answer() instanceof Answer.Open) {
            throw new GateException("the request " + before.id() + " is being released; finish that first");
        }
        if (before.request() != null
                && !Statement.read(gate.envelope(before.request()), Request.class)
                        .requester()
                        .equals(person.name())) {
            throw new GateException("the request " + before.id() + " is somebody else's; choose another id");
        }
    }

    private void check(String id, int round, TakingIn.Taken taken, @Nullable String floor, Checker checker)
            throws IOException, GateException, DeclarationException {
        Profile profile = profiles.profile(floor, taken.submission().profile());
        Report report = checker.check(taken.submission(), profile);
        Map<String, Report.FileReport> byPath = new LinkedHashMap<>();
        report.files().forEach(file -> byPath.put(file.path(), file));
        for (ReleasedFile file : taken.files()) {
            Report.FileReport reported = byPath.get(file.path());
            if (reported == null || !reported.sha256().equals(file.digest().hex())) {
                throw new GateException(VisibleText.of(file.path(), 200)
                        + ": the check did not read the bytes that were taken in, so there is no report");
            }
        }
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        ReportJson.write(report, json);
        gate.log().locked(() -> {
            RequestRecord record = gate.request(id);
            if (record == null || record.round() != round || record.request() == null) {
                throw new GateException("the request was handed in again meanwhile; look at its status");
            }
            Digest reportDigest = gate.store().add(json.toByteArray());
            Envelope envelope = new Check(
                            record.request(),
                            id,
                            round,
                            reportDigest,
                            report.verdict(),
                            report.engine().name() + ":" + report.engine().version(),
                            profile.name(),
                            new Digest(profile.sha256()),
                            floor,
                            taken.submission().profile(),
                            gate.now(),
                            taken.files())
                    .signedBy(gate.key());
            Digest check = gate.store().add(envelope.json());
            return gate.log()
                    .append(
                            Event.Kind.CHECKED,
                            id,
                            "gate",
                            Map.of(
                                    "check",
                                    check.hex(),
                                    "report",
                                    reportDigest.hex(),
                                    "verdict",
                                    report.verdict().name()));
        });
    }

    /** Where a request stands. */
    public Standing standing(String id) throws IOException, GateException {
        return standings.of(id);
    }

    /** Where every request stands. */
    public List<Standing> all() throws IOException, GateException {
        List<Standing> all = new ArrayList<>();
        for (RequestRecord record : gate.requests().values()) {
            all.add(standings.of(record));
        }
        return all;
    }

    /** Where those requests stand that were checked, and neither released nor withdrawn since. */
    public List<Standing> pending() throws IOException, GateException {
        List<Standing> pending = new ArrayList<>();
        for (RequestRecord record : gate.requests().values()) {
            if (record.check() != null && record.receipt() == null && !record.withdrawn()) {
                pending.add(standings.of(record));
            }
        }
        return pending;
    }

    /**
     * What a person would sign to decide on a request as it stands now.
     *
     * @param destination where to, for an approval; null for anything else
     * @param holds how long an approval is valid; at most as long as the profile allows
     * @param reason why
     */
    public Decision draft(
            String id,
            String by,
            Choice choice,
            @Nullable Destination destination,
            @Nullable Duration holds,
            String reason)
            throws IOException, GateException {
        return deciding.draft(id, by, choice, destination, holds, reason);
    }

    /** Takes a signed decision, and refuses one that would count for nothing. */
    public Standing decide(Envelope envelope) throws IOException, GateException {
        return deciding.decide(envelope);
    }

    /** The only place that the profile of a request's check allows; null where it allows more or says nothing. */
    public @Nullable Destination onlyDestination(Standing standing) throws GateException {
        Policy policy = standing.check() == null ? null : standings.policy(standing.check());
        return policy != null
                        && policy.destinations() != null
                        && policy.destinations().size() == 1
                ? policy.destinations().iterator().next()
                : null;
    }

    /**
     * The host key that a request's approvals are for; where it is released already, that of its receipt.
     *
     * @throws GateException if the gate is closed
     */
    public String approvedHostKey(Standing standing) throws IOException, GateException {
        Digest receipt = standing.record().receipt();
        if (receipt != null) {
            return Statement.read(gate.envelope(receipt), Receipt.class)
                    .destination()
                    .hostKey();
        }
        if (standing.answer() instanceof Answer.Open open) {
            return open.destination().hostKey();
        }
        throw new GateException(Ordering.closed(standing.record().id(), standing, standing.answer()));
    }

    /** Says something about a request; what a checker says is shown with what checkers decided. */
    public void comment(String id, Signer signer, String text) throws IOException, GateException {
        Standing standing = standing(id);
        Person person = gate.keyring().requireHolder(signer.publicKey(), gate.now());
        Request request = standing.request();
        if (text.isBlank() || text.length() > Deciding.LONGEST_REASON) {
            throw new GateException("a comment has 1 to " + Deciding.LONGEST_REASON + " characters");
        }
        if (request == null
                || !(person.checks(request.project()) || person.name().equals(request.requester()))) {
            throw new GateException(person.name() + " has no part in the request");
        }
        gate.log().append(Event.Kind.COMMENTED, id, person.name(), Map.of("text", text));
    }

    /**
     * Refuses a request whose files are no longer those that were handed in.
     *
     * @param submission what lies in the folder now
     */
    public void requireUnchanged(Submission submission, Standing standing) throws IOException, GateException {
        if (standing.request() != null) {
            TakingIn.requireUnchanged(submission, standing.request());
        }
    }

    /**
     * Orders the release of an approved request, or takes up the order that was given.
     *
     * @param admin signs as release admin
     */
    public Ordered order(String id, Destination destination, Signer admin) throws IOException, GateException {
        Person person = gate.keyring().requireHolder(admin.publicKey(), gate.now());
        return ordering.order(id, destination, person.name(), admin);
    }

    /**
     * Orders the release of an approved request for a person whom the gate's own server knows by their login; the gate
     * signs the order.
     *
     * @param admin the release admin, as the keyring names them
     */
    public Ordered orderOf(String id, Destination destination, String admin) throws IOException, GateException {
        return ordering.order(id, destination, admin, gate.key());
    }
}
