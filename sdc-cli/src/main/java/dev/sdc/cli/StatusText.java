package dev.sdc.cli;

import dev.sdc.engine.gate.Answer;
import dev.sdc.engine.gate.ReleasedFile;
import dev.sdc.engine.gate.RequestRecord;
import dev.sdc.engine.gate.Standing;
import dev.sdc.engine.gate.Statement.Decision;
import dev.sdc.engine.report.VisibleText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Where a request stands, for people. */
final class StatusText {
    private static final int MOST_FILES = 20;

    private StatusText() {}

    static void write(Terminal terminal, Standing standing) throws IOException {
        terminal.out().write(of(standing).getBytes(StandardCharsets.UTF_8));
    }

    static String of(Standing standing) {
        StringBuilder text = new StringBuilder();
        RequestRecord record = standing.record();
        line(text, "request", record.id() + ", round " + record.round());
        line(text, "state", word(standing.state()));
        if (standing.request() != null) {
            line(text, "requester", standing.request().requester());
            line(text, "project", VisibleText.of(standing.request().project()));
            if (standing.request().plea() != null) {
                line(text, "exception", "asked for");
                line(
                        text,
                        "  not disclosive",
                        VisibleText.of(standing.request().plea().notDisclosive()));
                line(
                        text,
                        "  important",
                        VisibleText.of(standing.request().plea().important()));
                line(
                        text,
                        "  exceptional",
                        VisibleText.of(standing.request().plea().exceptional()));
            }
        }
        if (standing.check() != null) {
            line(
                    text,
                    "check",
                    standing.check().verdict() + " by " + standing.check().profile() + ", at "
                            + standing.check().at());
            line(text, "report", "sha256 " + standing.check().report());
        }
        line(
                text,
                "decided",
                standing.decided() + " of " + standing.needed()
                        + (standing.decisions().isEmpty() && standing.decided() > 0
                                ? "; what was decided is shown when enough have"
                                : ""));
        for (Decision decision : standing.decisions()) {
            line(
                    text,
                    "  " + decision.by(),
                    word(decision.choice())
                            + (decision.destination() == null
                                    ? ""
                                    : " to " + decision.destination().url() + " until " + decision.until())
                            + (decision.reason().isBlank() ? "" : ": " + VisibleText.of(decision.reason())));
        }
        for (RequestRecord.Comment comment : record.comments()) {
            line(
                    text,
                    "comment",
                    comment.by() + " in round " + comment.round() + ": " + VisibleText.of(comment.text()));
        }
        if (standing.answer() instanceof Answer.Open) {
            line(text, "gate", "open");
        } else if (standing.answer() instanceof Answer.Closed closed && standing.state() != Standing.State.CHECKED) {
            closed.reasons().forEach(reason -> line(text, "gate", "closed: " + VisibleText.of(reason.text())));
        }
        if (record.order() != null) {
            line(
                    text,
                    "delivered",
                    record.delivered().size() + " of "
                            + (standing.check() == null
                                    ? 0
                                    : standing.check().files().size()) + " files");
        }
        if (record.receipt() != null) {
            line(text, "receipt", "sha256 " + record.receipt());
        }
        files(text, standing);
        return text.toString();
    }

    private static void files(StringBuilder text, Standing standing) {
        if (standing.request() == null) {
            return;
        }
        int listed = 0;
        for (ReleasedFile file : standing.request().files()) {
            if (++listed > MOST_FILES) {
                line(text, "", "and " + (standing.request().files().size() - MOST_FILES) + " more files");
                return;
            }
            line(text, listed == 1 ? "files" : "", file.digest().hex().substring(0, 16) + "  " + file.path());
        }
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(String.format(Locale.ROOT, "%-16s %s\n", name, value));
    }
}
