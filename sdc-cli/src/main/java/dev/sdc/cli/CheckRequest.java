package dev.sdc.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code sdc check} is asked for, option by option.
 *
 * @param paths the files or the folder to check, at least one
 * @param profile the operator's profile, a name or a file
 * @param declaration the declaration's file, where it is not the one in the folder
 * @param unit what one unit of a count is
 * @param against folders of outputs already released
 * @param formats each a format, or a format and its file: {@code json=FILE}
 * @param output the file of the format that names none
 */
record CheckRequest(
        List<Path> paths,
        @Nullable String profile,
        @Nullable Path declaration,
        @Nullable String unit,
        List<Path> against,
        @Nullable String ledger,
        @Nullable String microdata,
        List<String> formats,
        @Nullable Path output,
        boolean redact,
        @Nullable String timestamp,
        @Nullable Path previous,
        @Nullable String explainCell,
        boolean quiet,
        boolean noColour) {}
