package dev.sdc.engine.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sdc.engine.gate.Standing.State;
import dev.sdc.engine.gate.Statement.Choice;
import dev.sdc.engine.gate.Statement.Decision;
import dev.sdc.engine.gate.Statement.Plea;
import dev.sdc.engine.report.Verdict;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.SmallProfiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WorkflowTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private SmallGate small;

    @BeforeEach
    void make() throws Exception {
        small = new SmallGate(folder);
        small.file("t1.csv", "a,b\n1,2\n");
    }

    @Test
    void fromHandingInToApproval() throws Exception {
        assertThat(small.submit().state()).isEqualTo(State.CHECKED);
        Standing one = small.decide("ben", Choice.APPROVE);
        assertThat(one.state()).isEqualTo(State.CHECKED);
        assertThat(one.decided()).isEqualTo(1);
        assertThat(one.decisions()).as("hidden from the next checker").isEmpty();
        Standing two = small.decide("cora", Choice.APPROVE);
        assertThat(two.state()).isEqualTo(State.APPROVED);
        assertThat(two.decisions()).extracting(Decision::by).containsExactly("ben", "cora");
        assertThat(GateAudit.of(small.gate, List.of()).problems()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"APPROVE", "REJECT", "RETURN"})
    void nobodyIsShownWhatOthersDecidedBeforeEnoughHave(Choice choice) throws Exception {
        small.submit();
        small.decide("ben", choice);
        small.workflow.comment("r1", small.key("ben"), "this one worries me");
        small.workflow.comment("r1", small.key("ana"), "in a hurry");

        for (Standing shown : List.of(
                small.standing(),
                small.workflow.all().get(0),
                small.workflow.pending().get(0))) {
            assertThat(shown.state()).isEqualTo(State.CHECKED);
            assertThat(shown.decided()).isEqualTo(1);
            assertThat(shown.decisions()).isEmpty();
            assertThat(shown.record().decisions()).isEmpty();
            assertThat(shown.record().comments())
                    .extracting(RequestRecord.Comment::text)
                    .containsExactly("in a hurry");
            assertThat(shown.answer())
                    .isEqualTo(new Answer.Closed(
                            List.of(new Reason(Reason.Code.TOO_FEW, "1 of 2 different people have decided"))));
        }
        String closed = "the gate is closed for r1 (checked)\n  - 1 of 2 different people have decided";
        assertThatThrownBy(() -> small.workflow.approvedHostKey(small.standing()))
                .hasMessage(closed);
        assertThatThrownBy(() -> small.workflow.order("r1", Signed.DROP, small.key("adam")))
                .hasMessage(closed);

        Standing open = small.decide("cora", Choice.APPROVE);
        assertThat(open.decisions()).extracting(Decision::choice).containsExactly(choice, Choice.APPROVE);
        assertThat(open.record().decisions()).hasSize(2);
        assertThat(open.record().comments()).hasSize(2);
    }

    @Test
    void theRequesterAndStrangersDoNotDecide() throws Exception {
        small.submit();
        assertThatThrownBy(() -> small.decide("ana", Choice.APPROVE)).hasMessageContaining("may not decide");
        assertThatThrownBy(() -> small.decide("adam", Choice.APPROVE)).hasMessageContaining("no checker");
        assertThatThrownBy(() -> small.submit("ben")).hasMessageContaining("no requester");
        assertThatThrownBy(() -> small.decideAs("ben", "cora", Choice.APPROVE)).hasMessageContaining("not signed by");
    }

    @Test
    void aChangedFileResetsItsReviews() throws Exception {
        small.submit();
        small.decide("ben", Choice.APPROVE);
        Decision old = small.workflow.draft("r1", "cora", Choice.APPROVE, Signed.DROP, null, "");
        small.file("t1.csv", "a,b\n1,3\n");
        assertThatThrownBy(() -> small.workflow.requireUnchanged(small.submission(), small.standing()))
                .hasMessageContaining("changed");

        Standing again = small.submit();
        assertThat(again.state()).isEqualTo(State.CHECKED);
        assertThat(again.decided()).isZero();
        assertThat(again.record().round()).isEqualTo(2);
        assertThatThrownBy(() -> small.workflow.decide(old.signedBy(small.key("cora"))))
                .hasMessageContaining("another check");
        small.workflow.requireUnchanged(small.submission(), again);
    }

    @Test
    void disagreementIsReviewedAndMustBeSettled() throws Exception {
        small.submit();
        small.decide("ben", Choice.APPROVE);
        assertThat(small.decide("cora", Choice.REJECT).state()).isEqualTo(State.REVIEWED);
        assertThat(small.decide("cora", Choice.APPROVE).state()).isEqualTo(State.APPROVED);
    }

    @Test
    void returnedComesBackAndRejectedDoesNot() throws Exception {
        small.submit();
        small.decide("ben", Choice.RETURN);
        assertThat(small.decide("cora", Choice.APPROVE).state()).isEqualTo(State.RETURNED);
        assertThat(small.submit().state()).isEqualTo(State.CHECKED);
        small.decide("ben", Choice.REJECT);
        assertThat(small.decide("cora", Choice.REJECT).state()).isEqualTo(State.REJECTED);
        assertThatThrownBy(() -> small.submit()).hasMessageContaining("rejected");
        assertThatThrownBy(() -> small.decide("dora", Choice.APPROVE)).hasMessageContaining("nothing is to be decided");
    }

    @Test
    void onlyTheRequesterWithdraws() throws Exception {
        small.submit();
        assertThatThrownBy(() -> small.decide("ben", Choice.WITHDRAW)).hasMessageContaining("only ana");
        assertThat(small.decide("ana", Choice.WITHDRAW).state()).isEqualTo(State.WITHDRAWN);
        assertThatThrownBy(() -> small.decide("ben", Choice.APPROVE)).hasMessageContaining("withdrawn");
    }

    @Test
    void aBreachNeedsItsException() throws Exception {
        small.finds(Verdict.FAIL, Disposition.BREACH);
        small.submit();
        small.decide("ben", Choice.APPROVE);
        assertThat(small.decide("dora", Choice.APPROVE).state()).isEqualTo(State.REVIEWED);

        small.plea = new Plea("not disclosive", "important", "exceptional");
        small.submit();
        small.decide("ben", Choice.APPROVE);
        assertThat(small.decide("dora", Choice.APPROVE).state()).isEqualTo(State.APPROVED);
    }

    @Test
    void theReleaseAdminIsNeitherRequesterNorChecker() throws Exception {
        small.submit();
        small.decide("ben", Choice.APPROVE);
        small.person("cora", Role.CHECKER, Role.RELEASE_ADMIN);
        assertThatThrownBy(() -> small.workflow.order("r1", Signed.DROP, small.key("adam")))
                .hasMessageContaining("1 of 2");
        small.decide("cora", Choice.APPROVE);
        assertThatThrownBy(() -> small.workflow.order("r1", Signed.DROP, small.key("cora")))
                .hasMessageContaining("another release admin");
        assertThatThrownBy(() -> small.workflow.order("r1", Signed.DROP, small.key("ben")))
                .hasMessageContaining("no release admin");
        assertThatThrownBy(() -> small.workflow.order("r1", Signed.drop("/x"), small.key("adam")))
                .hasMessageContaining("not for");

        Ordered ordered = small.workflow.order("r1", Signed.DROP, small.key("adam"));
        assertThat(small.workflow.order("r1", Signed.DROP, small.key("adam")).digest())
                .isEqualTo(ordered.digest());
        assertThatThrownBy(() -> small.submit()).hasMessageContaining("being released");

        // the approvals end while the release is interrupted: people decide anew, and it goes on
        small.now = small.now.plus(Duration.ofDays(15));
        assertThatThrownBy(() -> small.workflow.order("r1", Signed.DROP, small.key("adam")))
                .hasMessageContaining("counts from");
        small.decide("ben", Choice.APPROVE);
        small.decide("cora", Choice.APPROVE);
        assertThat(small.workflow.order("r1", Signed.DROP, small.key("adam")).digest())
                .isNotEqualTo(ordered.digest());
        // or somebody stops it
        assertThat(small.decide("ben", Choice.REJECT).state()).isEqualTo(State.REVIEWED);
        assertThatThrownBy(() -> small.workflow.order("r1", Signed.DROP, small.key("adam")))
                .hasMessageContaining("ben does not approve");
    }

    @Test
    void anOlderKeyringIsRefusedAndAForeignOneToo() throws Exception {
        Keyring first = small.gate.keyring();
        small.person("cora", Role.CHECKER);
        Envelope old = first.signedBy(small.root);
        assertThatThrownBy(() -> small.gate.replaceKeyring(old)).hasMessageContaining("older");
        Envelope foreign = small.gate
                .keyring()
                .with(new Person("mal", Map.of("*", Set.of(Role.CHECKER)), List.of()), small.now)
                .signedBy(small.key("ben"));
        assertThatThrownBy(() -> small.gate.replaceKeyring(foreign)).hasMessageContaining("not signed by the key");
        assertThatThrownBy(() -> GateFolder.open(
                        folder.resolve("gate"), small.key("ben").publicKey().fingerprint(), () -> small.now))
                .hasMessageContaining("not by");
    }

    @Test
    void theAuditFindsWhatWasTouched() throws Exception {
        small.submit();
        Envelope kept = small.gate.checkpoint();
        long seen = small.gate.log().head().events();
        small.decide("ben", Choice.APPROVE);
        assertThat(GateAudit.of(small.gate, List.of()).covered()).isEqualTo(seen);

        RequestRecord record = java.util.Objects.requireNonNull(small.gate.request("r1"));
        Path stored = small.gate.store().path(record.decisions().get(0).envelope());
        byte[] bytes = Files.readAllBytes(stored);
        Files.delete(stored);
        assertThat(GateAudit.of(small.gate, List.of()).problems())
                .singleElement()
                .asString()
                .contains("lacks");
        Files.write(stored, bytes);
        Path log = folder.resolve("gate/log.jsonl");
        List<String> lines = Files.readAllLines(log);
        Files.writeString(log, String.join("\n", lines.subList(0, lines.size() - 2)) + "\n");
        assertThat(GateAudit.of(small.gate, List.of(kept)).problems())
                .anySatisfy(problem -> assertThat(problem).contains("cut off"));
        Files.writeString(log, String.join("\n", lines) + "\n");
        assertThat(GateAudit.of(small.gate, List.of(kept)).problems()).isEmpty();
        Files.writeString(folder.resolve("gate/checkpoints.jsonl"), "{}\n", StandardOpenOption.APPEND);
        assertThat(GateAudit.of(small.gate, List.of()).problems())
                .singleElement()
                .asString()
                .contains("checkpoint");
    }

    @Test
    void aProfileThatIsWeakenedAfterTheCheckReleasesNothing() throws Exception {
        small.approved();
        Workflow weaker = new Workflow(small.gate, (floor, named) -> SmallProfiles.with("min_count", "3"));
        assertThat(weaker.standing("r1").state()).isEqualTo(State.REVIEWED);
        assertThatThrownBy(() -> weaker.order("r1", Signed.DROP, small.key("adam")))
                .hasMessageContaining("the profile has changed since the check");
    }

    @Test
    void namesThatCannotBeSentSafelyAreRefused() throws Exception {
        for (String name : List.of(".hidden", "a\u202eb.csv", "a:b.csv", "a\\b.csv")) {
            assertThat(ReleasedFile.isSafe(name)).as(name).isFalse();
        }
        assertThat(List.of("../x", "/x", "a//b", "a/./b", "", "a/..", "a\nb")).noneMatch(ReleasedFile::isSafe);
        assertThat(List.of("t1.csv", "sub/Überlebende 2.csv", "a-b_c.x")).allMatch(ReleasedFile::isSafe);
        small.file(".hidden", "x");
        assertThatThrownBy(() -> small.submit()).hasMessageContaining("cannot be sent safely");
    }

    @Test
    void anApprovalOfASpentNonceOrdersNothing() throws Exception {
        small.approved();
        small.workflow.order("r1", small.destination, small.key("adam"));
        small.submitTo(small.workflow, "r2");
        for (int i = 0; i < 2; i++) {
            String by = List.of("ben", "cora").get(i);
            Decision spent = Statement.read(
                    small.gate.envelope(
                            small.standing().record().decisions().get(i).envelope()),
                    Decision.class);
            Decision fresh = small.workflow.draft("r2", by, Choice.APPROVE, small.destination, null, "");
            small.workflow.decide(new Decision(
                            fresh.check(),
                            fresh.id(),
                            fresh.round(),
                            fresh.choice(),
                            by,
                            fresh.at(),
                            fresh.destination(),
                            fresh.from(),
                            fresh.until(),
                            spent.nonce(),
                            "",
                            fresh.files())
                    .signedBy(small.key(by)));
        }
        assertThat(small.workflow.standing("r2").state()).isEqualTo(State.APPROVED);
        assertThatThrownBy(() -> small.workflow.order("r2", small.destination, small.key("adam")))
                .isInstanceOf(GateException.class)
                .hasMessageContaining("used");
    }

    @Test
    void whatAKilledProcessLeftInTheLogStopsNobody() throws Exception {
        small.submit();
        for (String by : List.of("ben", "cora")) {
            Files.writeString(small.gate.path().resolve("log.jsonl"), "{\"n\":12,\"pre", StandardOpenOption.APPEND);
            assertThat(small.reopened().standing("r1").state()).isEqualTo(State.CHECKED);
            small.decide(by, Choice.APPROVE);
        }
        assertThat(small.standing().state()).isEqualTo(State.APPROVED);
        assertThat(GateAudit.of(small.gate, List.of()).problems()).isEmpty();
    }

    @Test
    void anApprovalEndsWhileItWaits() throws Exception {
        small.submit();
        small.decide("ben", Choice.APPROVE);
        small.decide("cora", Choice.APPROVE);
        small.now = small.now.plus(Duration.ofDays(15));
        assertThat(small.standing().state()).isEqualTo(State.REVIEWED);
        assertThatThrownBy(() -> small.workflow.order("r1", Signed.DROP, small.key("adam")))
                .hasMessageContaining("counts from");
    }
}
