package dev.sdc.cli;

import dev.sdc.cli.render.Yaml;
import dev.sdc.engine.Examination;
import dev.sdc.engine.report.Report;
import dev.sdc.engine.report.VisibleText;
import dev.sdc.engine.rule.ExaminedFile;
import dev.sdc.engine.rule.Finding;
import dev.sdc.engine.submission.Bounds;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.submission.OutputType;
import dev.sdc.engine.table.CellValue;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Output;
import dev.sdc.engine.table.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A draft of a declaration: what was understood of every output as it stands, and what no file says as a question in a
 * comment. Whatever would make a check milder is a question, never an answer.
 */
final class Draft {
    private static final int MOST_MARKERS = 20;
    /** Fewer counts than this may all be multiples of a base by chance. */
    private static final int ENOUGH_COUNTS = 12;

    private static final long[] BASES = {100, 50, 20, 10, 5, 3};

    private final Examination examination;
    private final boolean evidence;
    private final StringBuilder yaml = new StringBuilder();

    Draft(Examination examination, boolean evidence) {
        this.examination = examination;
        this.evidence = evidence;
    }

    String text() {
        yaml.append("""
                # A draft. Confirm every line, answer the questions that stand in comments, delete what does not apply.
                schema: sdc-submission/1
                id:          # a name for this request
                title:
                purpose:     # what the outputs are for
                requester:
                dataset:     # which data they come from; releases of one data set are compared
                defaults:
                  unit:      # patient, tumour, episode, provider …: what one unit of a count is
                  # population: {id: P1, description: who is described, n: 0}
                outputs:
                """);
        for (ExaminedFile file : examination.files()) {
            file(file);
        }
        return yaml.toString();
    }

    private void file(ExaminedFile file) {
        String path = file.file().path();
        if (file.outputs().isEmpty()) {
            line("  - file: " + Yaml.quoted(path));
            line("    # nothing was understood in this file: what is it?");
            line("    # output_type: other");
            evidence(path, null, null);
            return;
        }
        boolean several = file.outputs().size() > 1;
        boolean named = false;
        for (Output output : file.outputs()) {
            boolean placed = !several || hasPlace(output);
            if (placed) {
                line("  - file: " + Yaml.quoted(path));
                named = true;
            }
            if (placed && several) {
                place(output);
            }
            if (placed) {
                output(output);
                evidence(path, output.id(), output.numbers().orElse(null));
            } else {
                // what is said of a part without a place of its own would hold for the whole file
                line("    # beside it in " + VisibleText.of(path, 200) + ": " + understood(output));
            }
        }
        if (!named) {
            line("  - file: " + Yaml.quoted(path));
        }
        evidence(path, null, null);
    }

    private static boolean hasPlace(Output output) {
        return output.numbers().filter(table -> !table.range().isEmpty()).isPresent();
    }

    private void place(Output output) {
        output.numbers().ifPresent(table -> {
            String range = table.range();
            int mark = endOfSheet(range);
            if (mark >= 0) {
                line("    sheet: " + Yaml.quoted(range.substring(0, mark)));
            }
            String cells = range.substring(mark + 1);
            boolean plain = cells.chars().allMatch(c -> c == ':' || (c < 0x80 && Character.isLetterOrDigit(c)));
            line("    range: " + (plain ? cells : Yaml.quoted(cells)));
        });
    }

    /** Where the name of the sheet ends in a range, or -1; a place in JSON may hold the same mark. */
    private static int endOfSheet(String range) {
        int mark = range.lastIndexOf('!');
        return mark >= 0 && range.substring(mark + 1).matches("@.*|[A-Z]+[0-9]+(?::[A-Z]+[0-9]+)?") ? mark : -1;
    }

    private void output(Output output) {
        line("    # " + understood(output));
        if (output.type() == OutputType.OTHER) {
            line("    # output_type: which kind is it?");
        } else {
            line("    output_type: " + output.type().key());
        }
        if (output instanceof Table table) {
            columns(table);
            markers(table);
            rounding(table);
            bounds(table);
        }
        for (Output.Remark remark : output.remarks()) {
            line("    # " + (remark.where().isEmpty() ? "" : remark.where() + ": ") + remark.text());
        }
    }

    /** What the report says that the output is. */
    private String understood(Output output) {
        return examination.report().files().stream()
                .flatMap(file -> file.outputs().stream())
                .filter(report -> report.id().equals(output.id()))
                .map(Report.OutputReport::understood)
                .findFirst()
                .orElse("");
    }

    private void columns(Table table) {
        Map<String, @Nullable ColumnRole> roles = new LinkedHashMap<>();
        Set<String> twice = new LinkedHashSet<>();
        boolean byRow = IntStream.range(0, table.rowCount()).anyMatch(row -> table.rowRole(row) != null);
        for (Column column : table.columns()) {
            String name = column.name();
            if ((byRow && !column.isLabel()) || name.chars().noneMatch(Character::isLetterOrDigit)) {
                continue; // the rows say what their numbers are (mean, minimum), or nothing is named
            }
            if (!name.isBlank() && roles.containsKey(name)) {
                twice.add(name);
            } else if (!name.isBlank()) {
                roles.put(name, column.role());
            }
        }
        roles.keySet().removeAll(twice);
        List<String> known = new ArrayList<>();
        roles.forEach((name, role) -> {
            if (role != null) {
                known.add(Yaml.quoted(name) + ": " + role.key());
            }
        });
        if (!known.isEmpty()) {
            line("    columns: {" + String.join(", ", known) + "}");
        }
        roles.forEach((name, role) -> {
            if (role == null) {
                line("    # columns: " + VisibleText.of(name, 80) + ": what are its numbers?");
            }
        });
        twice.forEach(name -> line("    # columns: " + VisibleText.of(name, 80) + " stands over several columns"));
    }

    /** What a mark says of itself is drafted; what it does not say is asked. */
    private void markers(Table table) {
        Map<String, @Nullable Bounds> seen = new LinkedHashMap<>();
        for (int row = 0; row < table.rowCount(); row++) {
            for (Column column : table.columns()) {
                if (!column.isLabel()
                        && table.cell(row, column.index()) instanceof CellValue.Suppressed hidden
                        && seen.size() < MOST_MARKERS) {
                    seen.putIfAbsent(hidden.marker(), hidden.interval());
                }
            }
        }
        List<String> known = new ArrayList<>();
        seen.forEach((marker, interval) -> {
            BigDecimal low = interval == null ? null : interval.low();
            BigDecimal high = interval == null ? null : interval.high();
            if (low != null && high != null) {
                known.add(Yaml.quoted(marker) + ": [" + low.toPlainString() + ", " + high.toPlainString() + "]");
            }
        });
        if (!known.isEmpty()) {
            line("    markers: {" + String.join(", ", known) + "}");
        }
        seen.forEach((marker, interval) -> {
            if (interval == null || interval.low() == null || interval.high() == null) {
                line("    # markers: {" + Yaml.quoted(marker)
                        + ": any}   # what does it stand for: [lowest, highest], any, a number, not_applicable");
            }
        });
    }

    private void rounding(Table table) {
        long[] seen = {0, 0};
        boolean[] multiple = new boolean[BASES.length];
        Arrays.fill(multiple, true);
        table.forEachCount((row, column, n) -> {
            if (n != 0) {
                seen[0]++;
                for (int i = 0; i < BASES.length; i++) {
                    multiple[i] &= n % BASES[i] == 0;
                }
            }
        });
        for (int i = 0; i < BASES.length && seen[0] >= ENOUGH_COUNTS; i++) {
            if (multiple[i]) {
                line("    # rounding: {base: " + BASES[i]
                        + ", method: nearest, totals: sum_of_rounded}   # every count is a" + " multiple of " + BASES[i]
                        + ": is it rounded, and how?");
                return;
            }
        }
    }

    private void bounds(Table table) {
        for (Column column : table.columns()) {
            ColumnRole role = column.role();
            if ((role == ColumnRole.MEAN || role == ColumnRole.MAGNITUDE)
                    && !column.name().isBlank()) {
                line("    # bounds: {" + Yaml.quoted(column.name())
                        + ": [0, 115]}   # if the variable has a smallest and a largest possible value");
            }
        }
    }

    private void evidence(String file, @Nullable String output, @Nullable Table table) {
        if (!evidence) {
            return;
        }
        EvidenceStubs stubs = new EvidenceStubs();
        Map<String, String> otherwise = new LinkedHashMap<>();
        for (Finding finding : examination.report().findings()) {
            String needed = finding.evidenceNeeded();
            if (needed != null && finding.file().equals(file) && Objects.equals(finding.output(), output)) {
                boolean stub = output != null && stubs.add(finding, table);
                // the unit is asked for once, above
                if (!stub && !finding.rule().equals("FILE-007")) {
                    otherwise.putIfAbsent(needed, finding.rule());
                }
            }
        }
        if (!stubs.isEmpty()) {
            line("    evidence:   # for the checker only, never released; a value left empty counts as not there");
            stubs.lines().forEach(stub -> line("      " + stub));
        }
        otherwise.forEach((needed, who) -> line("    # " + who + " asks for " + needed));
    }

    private void line(String text) {
        yaml.append(VisibleText.of(text)).append('\n');
    }
}
