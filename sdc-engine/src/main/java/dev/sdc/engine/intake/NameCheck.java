package dev.sdc.engine.intake;

import dev.sdc.engine.submission.OutputFile;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says which names of files are refused: those that mislead a reader, leave their folder, or stand for two files. */
public final class NameCheck {
    private static final Pattern DEVICE =
            Pattern.compile("(?:con|prn|aux|nul|com\\d|lpt\\d)(?:\\..*)?", Pattern.CASE_INSENSITIVE);

    private final Set<String> twins = new HashSet<>();

    /** A check of the names of one submission. */
    public NameCheck(List<OutputFile> files) {
        Map<String, String> known = new HashMap<>();
        for (OutputFile file : files) {
            String other = known.putIfAbsent(folded(file.path()), file.path());
            if (other != null) {
                twins.add(other);
                twins.add(file.path());
            }
        }
    }

    /** Names that some systems take to be the same. */
    private static String folded(String path) {
        return Normalizer.normalize(path.replace(OutputFile.UNREADABLE, ""), Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }

    /** The sentence that refuses a name, or null. */
    public @Nullable String refusal(String path) {
        String unseen = unseen(path);
        if (unseen != null) {
            return "The file's name holds a character that nobody sees or that changes how it reads (" + unseen
                    + "). Rename the file.";
        }
        if (leavesFolder(path)) {
            return "The file's name leads out of the folder that was handed in, or stands for a device on some systems."
                    + " Rename the file.";
        }
        return twins.contains(path)
                ? "Another file of the submission has the same name but for capitals or the way its letters are encoded, so"
                        + " that one would replace the other. Rename one of them."
                : null;
    }

    private static @Nullable String unseen(String path) {
        return path.codePoints()
                .filter(c -> switch (Character.getType(c)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR,
                            Character.PRIVATE_USE,
                            Character.SURROGATE,
                            Character.UNASSIGNED -> true;
                    default -> c == OutputFile.UNREADABLE.codePointAt(0);
                })
                .mapToObj(c -> String.format(Locale.ROOT, "U+%04X", c))
                .findFirst()
                .orElse(null);
    }

    private static boolean leavesFolder(String path) {
        if (path.startsWith("/") || path.startsWith("\\") || path.indexOf(':') == 1) {
            return true;
        }
        for (String part : path.split("[/\\\\]", -1)) {
            if (part.equals("..") || DEVICE.matcher(part).matches()) {
                return true;
            }
        }
        return false;
    }
}
