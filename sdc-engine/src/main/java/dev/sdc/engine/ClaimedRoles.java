package dev.sdc.engine;

import dev.sdc.engine.read.acro.Session;
import dev.sdc.engine.rule.ExaminedFile;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.submission.Declaration;
import dev.sdc.engine.submission.Submission;
import dev.sdc.engine.submission.SubmissionBuilder;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Output;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What numbers are by the claim of a session, where neither the analyst nor the file itself says it: sums, means and
 * medians of days are whole numbers without a header of their own, and would be tested as counts.
 *
 * <p>Such a claim stands in for a declaration, and content that denies a declaration denies it too. Whatever rests on it is
 * for a person, and is tested as if there were no claim, too: nobody can make a verdict milder by adding one.
 *
 * @param submission the submission with these claims among its declarations
 * @param files the files, those read anew included
 * @param unclaimed the files whose numbers are what a claim says, as they are without it, by path
 */
record ClaimedRoles(Submission submission, List<ExaminedFile> files, Map<String, ExaminedFile> unclaimed) {
    private static final Map<String, ColumnRole> FUNCTIONS = Map.of(
            "sum", ColumnRole.MAGNITUDE,
            "mean", ColumnRole.MEAN,
            "median", ColumnRole.PERCENTILE,
            "std", ColumnRole.SD);

    static ClaimedRoles of(Sessions sessions, Submission submission, List<ExaminedFile> files) {
        Map<String, Set<ColumnRole>> claimed = claimed(sessions);
        SubmissionBuilder declaring = submission.toBuilder();
        Map<String, ExaminedFile> unclaimed = new HashMap<>();
        for (ExaminedFile file : files) {
            String path = file.file().path();
            Set<ColumnRole> roles = claimed.getOrDefault(path, Set.of());
            if (roles.size() == 1 && !roles.contains(ColumnRole.COUNT)) {
                Map<String, ColumnRole> columns =
                        open(file, submission, roles.iterator().next());
                if (!columns.isEmpty()) {
                    unclaimed.put(path, file);
                    declaring.output(
                            Declaration.builder().file(path).columns(columns).build());
                }
            }
        }
        if (unclaimed.isEmpty()) {
            return new ClaimedRoles(submission, files, Map.of());
        }
        Submission told = declaring.build();
        List<ExaminedFile> read = new ArrayList<>();
        for (ExaminedFile file : files) {
            boolean anew = unclaimed.containsKey(file.file().path());
            read.add(anew ? Examiner.under(told, file, file.reading()) : file);
        }
        return new ClaimedRoles(told, List.copyOf(read), Map.copyOf(unclaimed));
    }

    /** Whether the numbers of a file are what a claim says. */
    boolean decides(String path) {
        return unclaimed.containsKey(path);
    }

    /** The roles that claims give to the numbers of each file; counts where they name no function, or one not known. */
    private static Map<String, Set<ColumnRole>> claimed(Sessions sessions) {
        Map<String, Set<ColumnRole>> claimed = new HashMap<>();
        for (Sessions.Found session : sessions.found()) {
            for (Session.Claim claim : session.session().claims()) {
                ColumnRole role = claim.values().size() == 1
                        ? FUNCTIONS.getOrDefault(claim.values().get(0), ColumnRole.COUNT)
                        : ColumnRole.COUNT;
                claim.files()
                        .forEach(file -> claimed.computeIfAbsent(session.path(file.name()), path -> new HashSet<>())
                                .add(role));
            }
        }
        return claimed;
    }

    /** The columns of numbers that are neither declared nor named by a word for what they are. */
    private static Map<String, ColumnRole> open(ExaminedFile file, Submission submission, ColumnRole role) {
        Set<String> declared = submission
                .declarationFor(file.file().path(), null, null)
                .columns()
                .keySet();
        Map<String, ColumnRole> columns = new LinkedHashMap<>();
        for (Output output : file.outputs()) {
            if (output instanceof Table table && declared.isEmpty()) {
                for (Column column : table.columns()) {
                    boolean plain = column.role() == null
                            || column.role() == ColumnRole.COUNT
                            || column.role() == ColumnRole.MAGNITUDE;
                    boolean told = column.source() == Column.RoleSource.HEADER;
                    if (plain
                            && !told
                            && column.role() != role
                            && !column.name().isEmpty()) {
                        columns.put(column.name(), role);
                    }
                }
            }
        }
        return columns;
    }
}
