package dev.sdc.cli;

import dev.sdc.engine.OutputChecker;
import dev.sdc.engine.audit.Derivation;
import dev.sdc.engine.audit.ExplainedCell;
import dev.sdc.engine.report.CellJson;
import dev.sdc.engine.rule.Profile;
import dev.sdc.engine.submission.Submission;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** {@code --explain-cell FILE!CELL}: what somebody who holds all outputs can say about one cell. */
final class CellQuestion {
    private final Terminal terminal;
    private final String asked;

    CellQuestion(Terminal terminal, String asked) {
        this.terminal = terminal;
        this.asked = asked;
    }

    int answer(OutputChecker checker, Submission submission, Profile profile, List<Target> targets)
            throws IOException, UsageException {
        int mark = asked.indexOf('!');
        if (mark < 1 || mark == asked.length() - 1) {
            throw new UsageException("--explain-cell wants a file and a cell, such as t1.csv!B4; found " + asked);
        }
        for (Target target : targets) {
            if (target.format() != Format.TEXT && target.format() != Format.JSON) {
                throw new UsageException("--explain-cell answers as text or json");
            }
        }
        ExplainedCell cell = checker.explain(submission, profile, asked.substring(0, mark), asked.substring(mark + 1))
                .orElseThrow(() -> new UsageException("no table of the submission holds a cell " + asked
                        + "; the report shows how files and cells are called"));
        for (Target target : targets) {
            byte[] bytes =
                    target.format() == Format.JSON ? json(cell) : text(cell).getBytes(StandardCharsets.UTF_8);
            if (target.file() == null) {
                terminal.out().write(bytes);
                terminal.out().flush();
            } else {
                try (OutputStream out = ReportFile.open(target.file())) {
                    out.write(bytes);
                }
            }
        }
        return ExitCode.PASS;
    }

    private static byte[] json(ExplainedCell cell) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CellJson.write(cell, out);
        return out.toByteArray();
    }

    private static String text(ExplainedCell cell) {
        StringBuilder text = new StringBuilder();
        text.append(cell.file()).append('!').append(cell.cell());
        if (!cell.row().isEmpty()) {
            text.append(" · row \"").append(cell.row()).append('"');
        }
        if (!cell.column().isEmpty()) {
            text.append(" · column \"").append(cell.column()).append('"');
        }
        text.append(" · \"").append(cell.text()).append("\"\n");
        text.append("  ").append(verdict(cell)).append('\n');
        int number = 1;
        for (Derivation.Step step : cell.steps()) {
            text.append("  ").append(number++).append(". ").append(step.text()).append('\n');
            text.append("     ").append(String.join(" ", step.cells())).append('\n');
        }
        return text.append("  because ").append(cell.because()).append('\n').toString();
    }

    private static String verdict(ExplainedCell cell) {
        String range = cell.low() == null
                ? "any number"
                : cell.high() == null
                        ? cell.low() + " or more"
                        : cell.low().equals(cell.high()) ? cell.low().toString() : cell.low() + " to " + cell.high();
        return switch (cell.knowledge()) {
            case PRINTED -> "printed: " + range;
            case EXACT -> "hidden, and can only be " + range;
            case NARROWED -> "hidden, and narrowed down to " + range;
            case HIDDEN -> "hidden: " + range;
            case UNDECIDED -> "hidden: within " + range + "; how much more can be said could not be decided";
            case CONTRADICTED -> "hidden; the printed totals contradict each other";
            case NO_COUNT -> "no count";
        };
    }
}
