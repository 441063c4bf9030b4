package dev.sdc.engine.gate;

import dev.sdc.engine.gate.Standing.State;
import dev.sdc.engine.gate.Statement.Check;
import dev.sdc.engine.gate.Statement.Choice;
import dev.sdc.engine.gate.Statement.Decision;
import dev.sdc.engine.gate.Statement.Order;
import dev.sdc.engine.gate.Statement.Plea;
import dev.sdc.engine.gate.Statement.Receipt;
import dev.sdc.engine.gate.Statement.Request;
import dev.sdc.engine.report.Report;
import dev.sdc.engine.report.ReportJson;
import dev.sdc.engine.report.Verdict;
import dev.sdc.engine.report.VisibleText;
import dev.sdc.engine.rule.Profile;
import dev.sdc.engine.submission.DeclarationException;
import dev.sdc.engine.submission.OutputFile;
import dev.sdc.engine.submission.Submission;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The way of a request from its author to its release: who may do what, and when. Every step is an event of the log. */
public final class Workflow {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final int TWO_PEOPLE = 2;
    private static final int LONGEST_COMMENT = 4000;

    private final GateFolder gate;
    private final PolicySource profiles;

    /** A workflow over a gate. */
    public Workflow(GateFolder gate, PolicySource profiles) {
        this.gate = gate;
        this.profiles = profiles;
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
        Instant now = now();
        Person person = holder(keyring, requester, now);
        if (!person.is(Role.REQUESTER, project)) {
            throw new GateException(person.name() + " is no requester of the project " + VisibleText.of(project));
        }
        if (submission.requester() != null && !submission.requester().equals(person.name())) {
            throw new GateException("the submission's requester is " + VisibleText.of(submission.requester())
                    + ", but the key is that of " + person.name());
        }
        Taken taken = take(submission);
        int round = gate.log().locked(() -> {
            RequestRecord before = gate.request(name);
            requireMayComeAgain(before, person);
            int next = before == null ? 1 : before.round() + 1;
            Envelope envelope = new Request(
                            name, next, project, person.name(), now, taken.files, taken.declaration, plea)
                    .signedBy(requester);
            Digest digest = gate.store().add(envelope.json());
            gate.log()
                    .append(
                            Event.Kind.SUBMITTED,
                            name,
                            person.name(),
                            Map.of("request", digest.hex(), "files", Integer.toString(taken.files.size())));
            return next;
        });
        check(name, round, taken, keyring.floor(project), checker);
        return standing(name);
    }

    private void requireMayComeAgain(@Nullable RequestRecord before, Person person) throws IOException, GateException {
        if (before == null) {
            return;
        }
        State state = standing(before).state();
        if (state.isFinal()) {
            throw new GateException("the request " + before.id() + " is "
                    + state.name().toLowerCase(Locale.ROOT) + "; hand in a new one under another id");
        }
        if (before.order() != null && standing(before).answer() instanceof Answer.Open) {
            throw new GateException("the request " + before.id() + " is being released; finish that first");
        }
        if (before.request() != null
                && !Statement.read(gate.envelope(before.request()), Request.class)
                        .requester()
                        .equals(person.name())) {
            throw new GateException("the request " + before.id() + " is somebody else's; choose another id");
        }
    }

    /** What was taken into the store, and the submission over it. */
    private record Taken(
            Submission submission,
            List<ReleasedFile> files,
            @Nullable Digest declaration) {}

    private Taken take(Submission submission) throws IOException, GateException {
        List<ReleasedFile> files = new ArrayList<>();
        List<OutputFile> stored = new ArrayList<>();
        for (OutputFile file : submission.files()) {
            if (!ReleasedFile.isSafe(file.path())) {
                throw new GateException(VisibleText.of(file.path(), 200)
                        + ": a file of this name cannot be sent safely; rename it (no leading dot, colon, backslash or"
                        + " invisible character)");
            }
            ContentStore.Stored content;
            if (file.content() instanceof OutputFile.Content.OnDisk disk) {
                try {
                    content = gate.store().add(disk.location());
                } catch (GateException e) {
                    throw new GateException(VisibleText.of(file.path(), 200) + ": " + e.getMessage());
                }
            } else if (file.content() instanceof OutputFile.Content.InMemory memory) {
                content = new ContentStore.Stored(gate.store().add(memory.bytes()), memory.bytes().length);
            } else {
                throw new IllegalStateException(); // the interface is sealed
            }
            files.add(new ReleasedFile(file.path(), content.digest(), content.bytes()));
            stored.add(OutputFile.onDisk(file.path(), gate.store().path(content.digest())));
        }
        if (files.isEmpty()) {
            throw new GateException("the request has no file to release");
        }
        byte[] declaration = submission.declarationBytes();
        return new Taken(
                new Submission(
                        submission.id(),
                        submission.title(),
                        submission.purpose(),
                        submission.requester(),
                        submission.dataset(),
                        stored,
                        submission.undeclared(),
                        submission.defaults(),
                        submission.outputs(),
                        submission.listsOutputs(),
                        submission.profile(),
                        declaration),
                List.copyOf(files),
                declaration == null ? null : gate.store().add(declaration));
    }

    private void check(String id, int round, Taken taken, @Nullable String floor, Checker checker)
            throws IOException, GateException, DeclarationException {
        Profile profile = profiles.profile(floor, taken.submission.profile());
        Report report = checker.check(taken.submission, profile);
        Map<String, Report.FileReport> byPath = new LinkedHashMap<>();
        report.files().forEach(file -> byPath.put(file.path(), file));
        for (ReleasedFile file : taken.files) {
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
                            taken.submission.profile(),
                            now(),
                            taken.files)
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
        RequestRecord record = gate.request(id);
        if (record == null) {
            throw new GateException(
                    "there is no request " + VisibleText.of(id, 100) + "; hand it in with: sdc submit DIR");
        }
        return standing(record);
    }

    private Standing standing(RequestRecord record) throws IOException, GateException {
        Request request =
                record.request() == null ? null : Statement.read(gate.envelope(record.request()), Request.class);
        if (record.check() == null || request == null) {
            State state = record.withdrawn() ? State.WITHDRAWN : State.SUBMITTED;
            return new Standing(record, state, request, null, 0, TWO_PEOPLE, List.of(), null);
        }
        Check check = Statement.read(gate.envelope(record.check()), Check.class);
        Map<String, Decision> last = new LinkedHashMap<>();
        for (RequestRecord.Decided decided : record.decisions()) {
            last.remove(decided.by());
            last.put(decided.by(), Statement.read(gate.envelope(decided.envelope()), Decision.class));
        }
        Policy policy = policy(check);
        int needed = check.verdict() == Verdict.PASS && policy != null ? policy.passApprovals() : TWO_PEOPLE;
        boolean open = last.size() >= needed;
        Answer answer = policy == null
                ? new Answer.Closed(List.of(new Reason(
                        Reason.Code.PROFILE_CHANGED, "the profile of the check can no longer be read; check again")))
                : evaluate(record, policy);
        State state;
        if (record.receipt() != null) {
            state = State.RELEASED;
        } else if (record.withdrawn()) {
            state = State.WITHDRAWN;
        } else if (!open) {
            state = State.CHECKED;
        } else if (last.values().stream().anyMatch(decision -> decision.choice() == Choice.RETURN)) {
            state = State.RETURNED;
        } else if (last.values().stream().allMatch(decision -> decision.choice() == Choice.REJECT)) {
            state = State.REJECTED;
        } else {
            state = answer instanceof Answer.Open ? State.APPROVED : State.REVIEWED;
        }
        return new Standing(
                record,
                state,
                request,
                check,
                last.size(),
                needed,
                open ? List.copyOf(last.values()) : List.of(),
                state.isFinal() ? null : answer);
    }

    private @Nullable Policy policy(Check check) throws GateException {
        try {
            return Policy.of(profiles.profile(check.floor(), check.named()));
        } catch (DeclarationException e) {
            return null;
        }
    }

    private Answer evaluate(RequestRecord record, Policy policy) throws IOException, GateException {
        if (record.request() == null || record.check() == null || record.report() == null) {
            throw new GateException("the request was not checked");
        }
        List<Envelope> decisions = new ArrayList<>();
        for (RequestRecord.Decided decided : record.decisions()) {
            decisions.add(gate.envelope(decided.envelope()));
        }
        return ReleaseGate.evaluate(
                new SignedReport(
                        gate.envelope(record.request()),
                        gate.envelope(record.check()),
                        gate.store().bytes(record.report())),
                decisions,
                policy,
                gate.keyring(),
                gate.clock());
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
        Standing standing = standing(id);
        Check check = standing.check();
        if (check == null || standing.record().check() == null) {
            throw new GateException("the request " + id + " was not checked; hand it in again with: sdc submit DIR");
        }
        if (reason.length() > LONGEST_COMMENT) {
            throw new GateException("a reason has at most " + LONGEST_COMMENT + " characters");
        }
        Policy policy = policy(check);
        Duration longest = policy == null ? Duration.ofDays(1) : policy.approvalTime();
        Instant now = now();
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
    public Standing decide(Envelope envelope) throws IOException, GateException {
        Decision decision = Statement.read(envelope, Decision.class);
        return gate.log().locked(() -> {
            Standing standing = standing(decision.id());
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
            return standing(decision.id());
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
        return standing(decision.id());
    }

    /** The only place that the profile of a request's check allows; null where it allows more or says nothing. */
    public @Nullable Destination onlyDestination(Standing standing) throws GateException {
        Policy policy = standing.check() == null ? null : policy(standing.check());
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
        throw new GateException(closed(standing.record().id(), standing, standing.answer()));
    }

    /** Says something about a request, for all who see it. */
    public void comment(String id, Signer signer, String text) throws IOException, GateException {
        Standing standing = standing(id);
        Person person = holder(gate.keyring(), signer, now());
        Request request = standing.request();
        if (text.isBlank() || text.length() > LONGEST_COMMENT) {
            throw new GateException("a comment has 1 to " + LONGEST_COMMENT + " characters");
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
        Request request = standing.request();
        if (request == null) {
            return;
        }
        byte[] declaration = submission.declarationBytes();
        if (!Objects.equals(declaration == null ? null : Digest.of(declaration), request.declaration())
                || !isIn(submission, request.files())) {
            throw new GateException("the files of the request " + request.id() + " have changed since they were handed"
                    + " in; what was decided was about other bytes. Hand them in again with: sdc submit DIR");
        }
    }

    private static boolean isIn(Submission submission, List<ReleasedFile> files) throws IOException, GateException {
        List<ReleasedFile> now = new ArrayList<>();
        for (OutputFile file : submission.files()) {
            ContentStore.Stored content = look(file);
            now.add(new ReleasedFile(file.path(), content.digest(), content.bytes()));
        }
        return now.equals(files);
    }

    private static ContentStore.Stored look(OutputFile file) throws IOException, GateException {
        if (file.content() instanceof OutputFile.Content.OnDisk disk) {
            return ContentStore.look(disk.location());
        }
        if (file.content() instanceof OutputFile.Content.InMemory memory) {
            return new ContentStore.Stored(Digest.of(memory.bytes()), memory.bytes().length);
        }
        throw new IllegalStateException(); // the interface is sealed
    }

    /**
     * Orders the release of an approved request, or takes up the order that was given.
     *
     * @param admin signs as release admin
     */
    public Ordered order(String id, Destination destination, Signer admin) throws IOException, GateException {
        return order(id, destination, holder(gate.keyring(), admin, now()).name(), admin);
    }

    /**
     * Orders the release of an approved request for a person whom the gate's own server knows by their login; the gate
     * signs the order.
     *
     * @param admin the release admin, as the keyring names them
     */
    public Ordered orderOf(String id, Destination destination, String admin) throws IOException, GateException {
        return order(id, destination, admin, gate.key());
    }

    private Ordered order(String id, Destination destination, String admin, Signer signer)
            throws IOException, GateException {
        return gate.log().locked(() -> {
            Standing standing = standing(id);
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
            Instant now = now();
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

    /**
     * An order to release.
     *
     * @param digest of the order's envelope
     * @param delivered the receipts of what is there already, by path
     */
    public record Ordered(Answer.Open open, Digest digest, Map<String, Digest> delivered) {}

    private static String closed(String id, Standing standing, @Nullable Answer answer) {
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

    private static Person holder(Keyring keyring, Signer signer, Instant now) throws GateException {
        return keyring.holder(signer.publicKey(), now)
                .orElseThrow(() -> new GateException("the key "
                        + signer.publicKey().fingerprint() + " belongs to nobody in the keyring, or does not count at"
                        + " this time"));
    }

    private Instant now() {
        return gate.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
