package dev.sdc.engine.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdc.engine.gate.Reason.Code;
import dev.sdc.engine.gate.Statement.Choice;
import dev.sdc.engine.gate.Statement.Decision;
import dev.sdc.engine.gate.Statement.Request;
import dev.sdc.engine.report.Verdict;
import dev.sdc.engine.rule.Disposition;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What opens the gate, and each way of opening it that must not. */
class ReleaseGateTest {
    private final Signed world = new Signed();

    @Test
    void twoCheckersOpenIt() throws Exception {
        Answer answer = world.approved("ben", "cora").answer();

        assertThat(answer).isInstanceOfSatisfying(Answer.Open.class, open -> {
            assertThat(open.files()).containsExactly(Signed.T1);
            assertThat(open.approvals()).extracting(Decision::by).containsExactly("ben", "cora");
            assertThat(open.needed()).isEqualTo(2);
            assertThat(open.destination()).isEqualTo(Signed.DROP);
        });
    }

    @Test
    void oneOpensItOnlyWhereTheProfileSaysSoAndItPassed() throws Exception {
        assertThat(world.approved("ben").codes()).containsExactly(Code.TOO_FEW);
        Policy one = new Policy(Signed.PROFILE, 1, true, Duration.ofDays(30), Duration.ofDays(14), null);
        world.policy = one;
        assertThat(world.answer())
                .isInstanceOfSatisfying(
                        Answer.Open.class, open -> assertThat(open.needed()).isEqualTo(1));

        Signed review = new Signed();
        review.policy = one;
        review.verdict = Verdict.REVIEW;
        review.findings = List.of(Signed.finding(Disposition.HUMAN_JUDGEMENT));
        assertThat(review.approved("ben").codes()).containsExactly(Code.TOO_FEW);
        assertThat(review.approved("cora").answer()).isInstanceOf(Answer.Open.class);
    }

    @Test
    void onePersonIsNotTwo() throws Exception {
        assertThat(world.approved("ben", "ben").codes()).containsExactly(Code.TOO_FEW);
    }

    @Test
    void onePersonWithTwoKeysIsNotTwo() throws Exception {
        world.approved("ben");
        Ed25519Key second = Ed25519Key.generate();
        world.keyring = world.keyring.with(
                new Person(
                        "ben",
                        Map.of("*", Set.of(Role.CHECKER)),
                        List.of(
                                new Person.Held(world.key("ben").publicKey(), Instant.EPOCH, null),
                                new Person.Held(second.publicKey(), Instant.EPOCH, null))),
                Signed.MONDAY);
        world.decisions.add(world.approval("ben").signedBy(second));

        assertThat(world.codes()).containsExactly(Code.TOO_FEW);
    }

    @Test
    void theRequesterDoesNotCountEvenAsAChecker() throws Exception {
        world.checked();
        world.request = new Request("r1", 1, "*", "eve", Signed.MONDAY, world.files, null, List.of(), null)
                .signedBy(world.key("eve"));
        world.check = world.check(world.files).signedBy(world.key("gate"));

        assertThat(world.approved("ben", "eve").codes()).containsExactly(Code.TOO_FEW, Code.OWN_REQUEST);
        assertThat(world.approved("cora").answer()).isInstanceOf(Answer.Open.class);
    }

    @Test
    void anApprovalOfSomebodyElsesNameIsNone() throws Exception {
        world.approved("ben");
        world.decisions.add(world.approval("cora").signedBy(world.key("ben")));

        assertThat(world.codes()).containsExactly(Code.TOO_FEW, Code.NOT_ENTITLED);
    }

    @Test
    void whoIsNoCheckerDoesNotCount() throws Exception {
        assertThat(world.approved("ben", "root").codes()).containsExactly(Code.TOO_FEW, Code.NOT_ENTITLED);
    }

    @Test
    void aCheckerOfAnotherProjectDoesNotCount() throws Exception {
        world.keyring = world.keyring.with(
                new Person(
                        "cora",
                        Map.of("other", Set.of(Role.CHECKER)),
                        List.of(new Person.Held(world.key("cora").publicKey(), Instant.EPOCH, null))),
                Signed.MONDAY);

        assertThat(world.approved("ben", "cora").codes()).containsExactly(Code.TOO_FEW, Code.NOT_ENTITLED);
    }

    @Test
    void aRemovedKeyCountsNoLonger() throws Exception {
        world.approved("ben", "cora");
        world.keyring =
                world.keyring.with(new Person("cora", Map.of("*", Set.of(Role.CHECKER)), List.of()), Signed.MONDAY);

        assertThat(world.codes()).containsExactly(Code.TOO_FEW, Code.NOT_ENTITLED);
    }

    @Test
    void aKeyPastItsTimeCountsNoLonger() throws Exception {
        world.approved("ben", "cora");
        world.keyring = world.keyring.with(
                new Person(
                        "cora",
                        Map.of("*", Set.of(Role.CHECKER)),
                        List.of(new Person.Held(world.key("cora").publicKey(), Instant.EPOCH, world.now))),
                Signed.MONDAY);

        assertThat(world.codes()).containsExactly(Code.TOO_FEW, Code.NOT_ENTITLED);
    }

    @Test
    void anApprovalEnds() throws Exception {
        world.approved("ben", "cora");
        world.now = Signed.MONDAY.plus(Duration.ofDays(14)).minusNanos(1);
        assertThat(world.answer()).isInstanceOf(Answer.Open.class);
        world.now = Signed.MONDAY.plus(Duration.ofDays(14));
        assertThat(world.codes()).containsExactly(Code.TOO_FEW, Code.NOT_VALID_NOW, Code.NOT_VALID_NOW);
    }

    @Test
    void anApprovalIsNotGivenForLongerThanAllowed() throws Exception {
        world.approved("ben", "cora");
        world.policy = new Policy(Signed.PROFILE, 2, true, Duration.ofDays(30), Duration.ofDays(13), null);

        assertThat(world.codes()).contains(Code.TOO_FEW, Code.NOT_VALID_NOW);
    }

    @Test
    void movingTheClockBackDoesNotHelp() throws Exception {
        world.approved("ben", "cora");
        world.now = Signed.MONDAY.minusSeconds(1);

        assertThat(world.codes()).contains(Code.CLOCK);
    }

    @Test
    void anOldCheckOpensNothing() throws Exception {
        world.approved("ben", "cora");
        world.policy = new Policy(Signed.PROFILE, 2, true, Duration.ofMinutes(59), Duration.ofDays(14), null);

        assertThat(world.codes()).containsExactly(Code.CHECK_TOO_OLD);
    }

    @Test
    void aChangedReportOpensNothing() throws Exception {
        world.approved("ben", "cora");
        world.report = new String(world.report, StandardCharsets.UTF_8)
                .replace("\"text/csv\"", "\"text/tsv\"")
                .getBytes(StandardCharsets.UTF_8);

        assertThat(world.codes()).containsExactly(Code.REPORT_CHANGED);
    }

    @Test
    void aReportThatHidesItsVerdictOpensNothing() throws Exception {
        world.failing(Disposition.BREACH).approved("ben", "cora");
        world.verdict = Verdict.PASS;
        world.findings = List.of();
        world.report = world.report(world.files, false);

        assertThat(world.codes()).contains(Code.REPORT_CHANGED);
    }

    @Test
    void aReportOnOtherBytesOpensNothing() throws Exception {
        world.checked();
        world.report = world.report(
                List.of(new ReleasedFile("t1.csv", Digest.of("x".getBytes(StandardCharsets.UTF_8)), 1)), false);
        world.check = world.check(world.files).signedBy(world.key("gate"));

        assertThat(world.approved("ben", "cora").codes()).containsExactly(Code.REPORT_CHANGED);
    }

    @Test
    void aRedactedReportOpensNothing() throws Exception {
        world.checked();
        world.report = world.report(world.files, true);
        world.check = world.check(world.files).signedBy(world.key("gate"));

        assertThat(world.approved("ben", "cora").codes()).containsExactly(Code.REPORT_REDACTED);
    }

    @Test
    void aCheckThatTheGateDidNotSignOpensNothing() throws Exception {
        world.checked();
        world.check = world.check(world.files).signedBy(world.key("ben"));

        assertThat(world.approved("ben", "cora").codes()).containsExactly(Code.CHECK_NOT_SIGNED);
    }

    @Test
    void aRequestThatItsRequesterDidNotSignOpensNothing() throws Exception {
        world.checked();
        world.request = new Request("r1", 1, "*", "ana", Signed.MONDAY, world.files, null, List.of(), null)
                .signedBy(world.key("ben"));
        world.check = world.check(world.files).signedBy(world.key("gate"));

        assertThat(world.approved("ben", "cora").codes()).containsExactly(Code.REQUEST_NOT_SIGNED);
    }

    @Test
    void aWeakenedProfileOpensNothing() throws Exception {
        world.approved("ben", "cora");
        world.policy = new Policy(
                Digest.of("weaker".getBytes(StandardCharsets.UTF_8)),
                1,
                true,
                Duration.ofDays(300),
                Duration.ofDays(140),
                null);

        assertThat(world.codes()).containsExactly(Code.PROFILE_CHANGED);
    }

    @Test
    void anApprovalOfAnotherRoundOrOtherFilesIsNone() throws Exception {
        world.approved("ben", "cora");
        world.files = List.of(new ReleasedFile("t1.csv", Digest.of(new byte[] {1}), 1));
        world.checked();

        assertThat(world.codes()).containsExactly(Code.TOO_FEW, Code.OTHER_CHECK, Code.OTHER_CHECK);
    }

    @Test
    void anApprovalThatWasEditedIsNone() throws Exception {
        world.approved("ben");
        Decision other = world.decision("cora", Choice.APPROVE, Signed.drop("/elsewhere"));
        Envelope genuine = world.approval("cora").signedBy(world.key("cora"));
        world.decisions.add(new Envelope(genuine.payloadType(), other.payload(), genuine.signatures()));

        assertThat(world.codes()).containsExactly(Code.TOO_FEW, Code.NOT_ENTITLED);
    }

    @Test
    void anApprovalUnderAnotherTypeIsNone() throws Exception {
        world.approved("ben", "cora");
        Envelope first = world.decisions.get(0);
        world.decisions.set(0, new Envelope("text/plain", first.payload(), first.signatures()));

        assertThat(world.codes()).contains(Code.NOT_BOUND, Code.TOO_FEW);
    }

    @Test
    void differentPlacesOpenNothing() throws Exception {
        world.approved("ben");
        world.decisions.add(world.decision("cora", Choice.APPROVE, Signed.drop("/elsewhere"))
                .signedBy(world.key("cora")));

        assertThat(world.codes()).containsExactly(Code.DESTINATIONS_DIFFER);
    }

    @Test
    void thePlaceMustBeOneOfTheProfiles() throws Exception {
        world.approved("ben", "cora");
        world.policy = new Policy(
                Signed.PROFILE, 2, true, Duration.ofDays(30), Duration.ofDays(14), Set.of(Signed.drop("/other")));

        assertThat(world.codes()).containsExactly(Code.OTHER_DESTINATION);
    }

    @Test
    void anOpenGateIsOpenForOnePlaceAndOnce() throws Exception {
        Answer.Open open = (Answer.Open) world.approved("ben", "cora").answer();
        Destination otherKey = new Destination("sdc", "drop.example.org", 22, "/drop", "SHA256:" + "B".repeat(43));

        assertThat(open.at(Signed.DROP, Set.of("another"))).isSameAs(open);
        assertThat(codes(open.at(Signed.drop("/other"), Set.of()))).containsExactly(Code.OTHER_DESTINATION);
        assertThat(codes(open.at(otherKey, Set.of()))).containsExactly(Code.OTHER_DESTINATION);
        assertThat(codes(open.at(Signed.DROP, Set.of("nonce-of-cora")))).containsExactly(Code.SPENT);
    }

    @Test
    void aStandingRefusalKeepsItClosed() throws Exception {
        world.approved("ben", "cora");
        world.decisions.add(world.decision("dora", Choice.REJECT, null).signedBy(world.key("dora")));
        assertThat(world.codes()).containsExactly(Code.REFUSED);

        world.decisions.add(world.approval("dora").signedBy(world.key("dora")));
        assertThat(world.answer()).isInstanceOf(Answer.Open.class);
    }

    @Test
    void aBreachNeedsACaseReasonsAndASenior() throws Exception {
        assertThat(world.failing(Disposition.BREACH).approved("ben", "cora").codes())
                .containsExactly(Code.NO_PLEA, Code.NO_REASON, Code.NO_REASON, Code.NO_SENIOR);

        Signed pleaded = new Signed().failing(Disposition.BREACH).pleaded();
        assertThat(pleaded.approved("ben", "cora").codes()).containsExactly(Code.NO_SENIOR);
        assertThat(new Signed()
                        .failing(Disposition.BREACH)
                        .pleaded()
                        .approved("ben", "dora")
                        .answer())
                .isInstanceOf(Answer.Open.class);
        pleaded.policy = new Policy(Signed.PROFILE, 2, false, Duration.ofDays(30), Duration.ofDays(14), null);
        assertThat(pleaded.codes()).contains(Code.NO_EXCEPTIONS);
    }

    @Test
    void nobodyReleasesWhatFailsHard() throws Exception {
        assertThat(world.failing(Disposition.HARD)
                        .pleaded()
                        .approved("ben", "dora")
                        .codes())
                .containsExactly(Code.HARD);
    }

    private static List<Code> codes(Answer answer) {
        return ((Answer.Closed) answer).reasons().stream().map(Reason::code).toList();
    }
}
