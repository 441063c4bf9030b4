package dev.sdc.engine.audit.ledger;

import dev.sdc.engine.audit.LookUpKeys;
import dev.sdc.engine.read.Grid;
import dev.sdc.engine.submission.Declaration;
import dev.sdc.engine.submission.OutputFile;
import dev.sdc.engine.submission.Submission;
import dev.sdc.engine.submission.SubmissionBuilder;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Output;
import dev.sdc.engine.table.Table;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns outputs into what a ledger keeps of them, and back into files that are read as they were. */
public final class Releases {
    private Releases() {}

    /** The tables among some outputs, as a release. */
    public static Release of(String id, @Nullable String dataset, @Nullable String at, List<Output> outputs) {
        IdentityHashMap<Grid, List<Table>> grids = new IdentityHashMap<>();
        List<Grid> order = new ArrayList<>();
        for (Output output : outputs) {
            if (output instanceof Table table) {
                grids.computeIfAbsent(table.grid(), grid -> {
                            order.add(grid);
                            return new ArrayList<>();
                        })
                        .add(table);
            }
        }
        return new Release(
                id,
                dataset,
                at,
                order.stream()
                        .map(grid -> sheet(grid, grids.getOrDefault(grid, List.of())))
                        .toList());
    }

    private static Release.Sheet sheet(Grid grid, List<Table> tables) {
        Set<String> dimensions = new LinkedHashSet<>();
        Set<String> variables = new LinkedHashSet<>();
        for (Table table : tables) {
            for (Column column : table.columns()) {
                (column.isLabel() ? dimensions : variables).add(column.name());
            }
        }
        List<List<String>> rows = new ArrayList<>();
        for (int row = 0; row < grid.rows(); row++) {
            List<String> texts = new ArrayList<>();
            for (int column = 0; column < grid.columns(); column++) {
                texts.add(grid.text(row, column));
            }
            rows.add(texts);
        }
        return new Release.Sheet(
                tables.get(0).file(),
                grid.sheet(),
                List.copyOf(dimensions),
                List.copyOf(variables),
                rows,
                tables.get(0).declaration(),
                tables.stream().mapToInt(Releases::counts).sum(),
                LookUpKeys.kept(tables));
    }

    private static int counts(Table table) {
        int[] counts = {0};
        table.forEachCount((row, column, n) -> counts[0]++);
        return counts[0];
    }

    /** The earlier releases that count what some outputs count, each as a submission in a folder of its own. */
    public static List<Submission> beside(Ledger ledger, @Nullable String dataset, List<Output> outputs)
            throws IOException {
        List<Submission> earlier = new ArrayList<>();
        for (Release release : ledger.sharing(dataset, LookUpKeys.asked(outputs))) {
            earlier.add(submission(release));
        }
        return earlier;
    }

    /** A release as files that are read as those that left were. */
    public static Submission submission(Release release) {
        SubmissionBuilder submission = Submission.builder().id(release.id()).dataset(release.dataset());
        Map<String, Integer> names = new LinkedHashMap<>();
        for (Release.Sheet sheet : release.sheets()) {
            String name = sheet.file() + (sheet.sheet() == null ? "" : "#" + sheet.sheet());
            int again = names.merge(name, 1, Integer::sum);
            String file = name + (again > 1 ? "#" + again : "") + (name.endsWith(".csv") && again == 1 ? "" : ".csv");
            submission.file(OutputFile.inMemory(file, csv(sheet.rows())));
            submission.output(Declaration.builder()
                    .file(file)
                    .unit(sheet.declared().unit())
                    .level(sheet.declared().level())
                    .population(sheet.declared().population())
                    .columns(sheet.declared().columns())
                    .rounding(sheet.declared().rounding())
                    .markers(sheet.declared().markers())
                    .hierarchies(sheet.declared().hierarchies())
                    .build());
        }
        return submission.build().under("released:" + release.id());
    }

    private static byte[] csv(List<List<String>> rows) {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                text.append(i == 0 ? "" : ",");
                String cell = row.get(i);
                boolean quoted = cell.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r' || c == ';')
                        || !cell.equals(cell.strip());
                text.append(quoted ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
            }
            text.append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A release as a line of JSON. */
    public static String json(Release release) {
        return ReleaseJson.line(release);
    }

    /** How many counts a release prints. */
    public static long counts(Release release) {
        return release.sheets().stream().mapToLong(Release.Sheet::counts).sum();
    }
}
