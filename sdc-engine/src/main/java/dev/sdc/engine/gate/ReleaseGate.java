package dev.sdc.engine.gate;

import dev.sdc.engine.gate.Reason.Code;
import dev.sdc.engine.gate.Statement.Check;
import dev.sdc.engine.gate.Statement.Choice;
import dev.sdc.engine.gate.Statement.Decision;
import dev.sdc.engine.gate.Statement.Request;
import dev.sdc.engine.report.Report;
import dev.sdc.engine.report.ReportReader;
import dev.sdc.engine.report.Verdict;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.submission.DeclarationException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The question whether a request may leave, answered from what was signed about it. Touches no file, no network and
 * nothing that changes; whatever is missing, damaged or doubtful keeps the gate closed.
 */
public final class ReleaseGate {
    private final SignedReport signed;
    private final Policy policy;
    private final Keyring keyring;
    private final Instant now;
    private final List<Reason> reasons = new ArrayList<>();
    private final List<Reason> notes = new ArrayList<>();

    private ReleaseGate(SignedReport signed, Policy policy, Keyring keyring, Instant now) {
        this.signed = signed;
        this.policy = policy;
        this.keyring = keyring;
        this.now = now;
    }

    /**
     * Whether a request may leave.
     *
     * @param report the report with what binds it
     * @param decisions every decision on it, in the order in which they were made; a later one of a person replaces their
     *     earlier one
     * @param policy what the profile demands as it is now
     * @param keyring the people as they are now
     * @param clock tells the time
     */
    public static Answer evaluate(
            SignedReport report, List<Envelope> decisions, Policy policy, Keyring keyring, InstantSource clock) {
        return new ReleaseGate(report, policy, keyring, clock.instant()).answer(decisions);
    }

    private Answer answer(List<Envelope> decisions) {
        Request request;
        Check check;
        Report report;
        try {
            request = Statement.read(signed.request(), Request.class);
            check = Statement.read(signed.check(), Check.class);
            report = ReportReader.read("report", signed.json());
        } catch (GateException | DeclarationException e) {
            return closed(Code.NOT_BOUND, "a statement or the report is damaged: " + e.getMessage());
        }
        Digest checkDigest = Digest.of(signed.check().json());
        binding(request, check, report);
        boolean breach = content(request, report);
        List<Signed> standing = standing(decisions, request, check, checkDigest);
        int needed = policy.needed(report.verdict());
        List<Signed> approvals = approvals(standing, request, breach, needed);
        Destination destination = destination(approvals);
        if (!reasons.isEmpty() || destination == null) {
            return new Answer.Closed(reasons);
        }
        return new Answer.Open(
                request,
                check,
                checkDigest,
                approvals.stream().map(Signed::decision).toList(),
                approvals.stream().map(Signed::digest).toList(),
                needed,
                destination);
    }

    /** The request, the check and the report belong together, and were made by whom they name. */
    private void binding(Request request, Check check, Report report) {
        if (keyring.signer(signed.request(), request.requester(), request.at(), now)
                .filter(person -> person.is(Role.REQUESTER, request.project()))
                .isEmpty()) {
            close(
                    Code.REQUEST_NOT_SIGNED,
                    "the request is not signed by " + request.requester() + " as a requester of " + request.project());
        }
        if (!keyring.isOfTheGate(signed.check(), check.at())) {
            close(Code.CHECK_NOT_SIGNED, "the check is not signed by the gate");
        }
        if (!check.request().equals(Digest.of(signed.request().json()))
                || !check.id().equals(request.id())
                || check.round() != request.round()
                || !check.files().equals(request.files())) {
            close(Code.NOT_BOUND, "the check is about another request");
        }
        if (!check.report().equals(Digest.of(signed.json()))) {
            close(Code.REPORT_CHANGED, "the report is not the one that was made at the check");
        }
        if (report.verdict() != check.verdict() || !sameFiles(report, check)) {
            close(Code.REPORT_CHANGED, "the report is not about the files that were checked");
        }
        if (report.redacted()) {
            close(Code.REPORT_REDACTED, "the report is a copy without values");
        }
        if (!check.profileDigest().equals(policy.profile())
                || !report.profile().sha256().equals(policy.profile().hex())) {
            close(Code.PROFILE_CHANGED, "the profile has changed since the check; check again");
        }
        if (check.at().isAfter(now) || request.at().isAfter(now)) {
            close(Code.CLOCK, "the clock stands before the check");
        }
        if (check.at().plus(policy.checkAge()).isBefore(now)) {
            close(
                    Code.CHECK_TOO_OLD,
                    "the check is older than " + policy.checkAge().toDays() + " days; check again");
        }
    }

    private static boolean sameFiles(Report report, Check check) {
        Set<ReleasedFile> reported = new java.util.HashSet<>();
        for (Report.FileReport file : report.files()) {
            reported.add(new ReleasedFile(file.path(), new Digest(file.sha256()), file.bytes()));
        }
        // the report also lists what lay beside the files of the request, which stays
        return !check.files().isEmpty() && reported.containsAll(check.files());
    }

    /** Whether a breach needs an exception. */
    private boolean content(Request request, Report report) {
        boolean breach = report.verdict() == Verdict.FAIL;
        boolean hard = report.findings().stream().anyMatch(finding -> finding.disposition() == Disposition.HARD);
        // a rule lists its first thousand findings; what is not listed might be hard
        if (hard || (breach && report.notListed() > 0)) {
            close(Code.HARD, "something was found that nobody may release; change the files");
        }
        if (breach && !policy.exceptions()) {
            close(Code.NO_EXCEPTIONS, "the profile allows no exceptions; change the files");
        }
        if (breach && request.plea() == null) {
            close(Code.NO_PLEA, "a breach was found, and the requester has not made the case for an exception");
        }
        return breach;
    }

    /** The last decision of each person, those that count for nothing left out, each with its reason. */
    private List<Signed> standing(List<Envelope> decisions, Request request, Check check, Digest checkDigest) {
        Map<String, Signed> last = new LinkedHashMap<>();
        for (Envelope envelope : decisions) {
            Decision decision;
            try {
                decision = Statement.read(envelope, Decision.class);
            } catch (GateException e) {
                close(Code.NOT_BOUND, "a decision is damaged: " + e.getMessage());
                continue;
            }
            Person person =
                    keyring.signer(envelope, decision.by(), decision.at(), now).orElse(null);
            if (person == null || !person.checks(request.project())) {
                note(
                        Code.NOT_ENTITLED,
                        "the decision of " + decision.by() + " is not signed by a checker of " + request.project()
                                + " whose key counts");
            } else if (!decision.check().equals(checkDigest)
                    || !decision.id().equals(check.id())
                    || decision.round() != check.round()
                    || !decision.files().equals(check.files())) {
                note(Code.OTHER_CHECK, "the decision of " + decision.by() + " is about another check or other files");
            } else if (decision.by().equals(request.requester())) {
                note(Code.OWN_REQUEST, decision.by() + " made the request and may not decide on it");
            } else {
                last.remove(decision.by());
                last.put(decision.by(), new Signed(person, decision, Digest.of(envelope.json())));
            }
        }
        return List.copyOf(last.values());
    }

    /** A reason that counts only where, without the decision, too few are left. */
    private void note(Code code, String text) {
        notes.add(new Reason(code, text));
    }

    private List<Signed> approvals(List<Signed> standing, Request request, boolean breach, int needed) {
        List<Signed> approvals = new ArrayList<>();
        for (Signed signedDecision : standing) {
            Decision decision = signedDecision.decision;
            if (decision.choice() != Choice.APPROVE) {
                close(
                        Code.REFUSED,
                        decision.by() + " does not approve: "
                                + decision.choice().name().toLowerCase(Locale.ROOT));
            } else if (isValidNow(decision)) {
                approvals.add(signedDecision);
                if (breach && decision.reason().isBlank()) {
                    close(Code.NO_REASON, "the approval of " + decision.by() + " does not say why a breach may leave");
                }
            }
        }
        if (approvals.size() < needed) {
            close(Code.TOO_FEW, approvals.size() + " of " + needed + " different people have approved");
            reasons.addAll(notes);
        }
        if (breach && approvals.stream().noneMatch(approval -> approval.person.is(Role.SENIOR, request.project()))) {
            close(Code.NO_SENIOR, "a breach was found, and no senior checker is among those who approve");
        }
        return approvals;
    }

    private boolean isValidNow(Decision decision) {
        if (decision.at().isAfter(now)) {
            close(Code.CLOCK, "the clock stands before the approval of " + decision.by());
            return false;
        }
        boolean valid = !now.isBefore(decision.from())
                && now.isBefore(decision.until())
                && !decision.until().isAfter(decision.at().plus(policy.approvalTime()));
        if (!valid) {
            note(
                    Code.NOT_VALID_NOW,
                    "the approval of " + decision.by() + " counts from " + decision.from() + " until "
                            + decision.until() + ", and for at most "
                            + policy.approvalTime().toDays() + " days");
        }
        return valid;
    }

    private @Nullable Destination destination(List<Signed> approvals) {
        Set<String> places = new TreeSet<>();
        Destination place = null;
        for (Signed approval : approvals) {
            place = approval.decision.destination();
            places.add(place == null ? "nowhere" : place.url() + " (" + place.hostKey() + ")");
        }
        if (places.size() > 1) {
            close(Code.DESTINATIONS_DIFFER, "the approvals are for different places: " + String.join(", ", places));
        } else if (!approvals.isEmpty() && place == null) {
            close(Code.OTHER_DESTINATION, "the approvals name no place");
        } else if (place != null
                && policy.destinations() != null
                && !policy.destinations().contains(place)) {
            close(Code.OTHER_DESTINATION, "the profile does not allow releases to " + place.url());
        }
        return place;
    }

    private void close(Code code, String text) {
        reasons.add(new Reason(code, text));
    }

    private static Answer closed(Code code, String text) {
        return new Answer.Closed(List.of(new Reason(code, text)));
    }

    private record Signed(Person person, Decision decision, Digest digest) {}
}
