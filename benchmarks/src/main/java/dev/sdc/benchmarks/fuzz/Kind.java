package dev.sdc.benchmarks.fuzz;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What is edited: the files that one reader reads. */
@SuppressWarnings("ImmutableEnumChecker") // edits have no state, and the lists are fixed
enum Kind {
    XLSX(new WorkbookEdits(), "xlsx"),
    CSV("csv"),
    TSV("tsv", "tab"),
    TXT("txt"),
    LOG("log", "lst", "rout", "out"),
    MD("md"),
    TEX("tex"),
    HTML("html", "htm"),
    JSON("json"),
    IPYNB("ipynb"),
    CODE("r", "py", "do", "sas", "sps", "sql"),
    SVG("svg"),
    PNG(new PngEdits(), "png"),
    JPEG(new JpegEdits(), "jpeg", "jpg"),
    /** The declaration of a submission, checked with the files that it is of. */
    DECLARATION {
        @Override
        boolean takes(Path file) {
            return file.endsWith("submission.yaml");
        }
    },
    /** What a session of ACRO says of its outputs, checked with them. */
    SESSION {
        @Override
        boolean takes(Path file) {
            return file.endsWith("results.json");
        }
    };

    private final Edits edits;
    private final List<String> endings;

    Kind(String... endings) {
        this(new TextEdits(), endings);
    }

    Kind(Edits edits, String... endings) {
        this.edits = edits;
        this.endings = List.of(endings);
    }

    Edits edits() {
        return edits;
    }

    /** Whether a file is one of these. */
    boolean takes(Path file) {
        return endings.contains(ending(file).toLowerCase(Locale.ROOT));
    }

    /** Whether it means nothing without the files beside it. */
    boolean needsFolder() {
        return endings.isEmpty();
    }

    /** What stands behind the last dot of a name. */
    static String ending(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
