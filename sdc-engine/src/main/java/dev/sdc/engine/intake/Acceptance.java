package dev.sdc.engine.intake;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says which files are not taken whatever they hold, and what to hand in instead. */
final class Acceptance {
    private static final Set<String> WORKBOOKS =
            Set.of("xls", "xlsb", "xlsm", "xlt", "xltx", "xltm", "ods", "fods", "numbers");
    private static final Set<String> DOCUMENTS =
            Set.of("pdf", "doc", "docx", "docm", "odt", "rtf", "ppt", "pptx", "odp", "pages");
    private static final Set<String> PICTURES =
            Set.of("gif", "tif", "tiff", "bmp", "webp", "eps", "ps", "emf", "wmf", "fig", "gph", "spv", "vsdx");
    private static final Set<String> DATA = Set.of(
            "rds",
            "rda",
            "rdata",
            "pkl",
            "pickle",
            "joblib",
            "npy",
            "npz",
            "h5",
            "hdf5",
            "mat",
            "dta",
            "sav",
            "por",
            "zsav",
            "sas7bdat",
            "xpt",
            "parquet",
            "feather",
            "arrow",
            "avro",
            "orc",
            "sqlite",
            "db",
            "duckdb",
            "mdb",
            "accdb",
            "bin",
            "pt",
            "pth",
            "onnx",
            "model");
    private static final Set<String> ARCHIVES =
            Set.of("zip", "gz", "tgz", "tar", "bz2", "xz", "zst", "7z", "rar", "jar", "iso");
    private static final String READABLE =
            "csv, tsv, xlsx, txt, md, html, tex, json, ipynb, log, png, jpeg, svg and program code";

    private Acceptance() {}

    /** The sentence that refuses a file, or null where it may be read. */
    static @Nullable String refusal(String extension, MediaType claimed, Content content) {
        if (claimed == MediaType.UNKNOWN) {
            return byExtension(extension);
        }
        if (content == Content.EMPTY || holdsWhatItClaims(claimed, content)) {
            return null;
        }
        return "The file is named ." + extension + ", but its content is " + content.words() + ". " + advice(content);
    }

    private static String byExtension(String extension) {
        if (extension.isEmpty()) {
            return "The file's name has no extension that says what it is. Kinds that can be checked: " + READABLE
                    + ".";
        }
        String start = "A ." + extension + " file cannot be checked: ";
        if (WORKBOOKS.contains(extension)) {
            return start + "save the workbook as .xlsx, without macros.";
        }
        if (DOCUMENTS.contains(extension)) {
            return start + "send the tables as .csv or .xlsx, text as .txt or .md and pictures as .png.";
        }
        if (PICTURES.contains(extension)) {
            return start + "save the picture as .png and send the figures behind it as .csv.";
        }
        if (DATA.contains(extension)) {
            return start + "data files and saved objects may hold individual records. Send the result as a table"
                    + " (.csv or .xlsx).";
        }
        if (ARCHIVES.contains(extension)) {
            return start + "hand in the files themselves, not an archive of them.";
        }
        return start + "it is not one of the kinds that can be (" + READABLE + ").";
    }

    /** An encrypted or damaged workbook is what it claims to be; its reader says that it cannot be read. */
    private static boolean holdsWhatItClaims(MediaType claimed, Content content) {
        return switch (claimed) {
            case XLSX ->
                switch (content) {
                    case XLSX, XLSX_ENCRYPTED, ZIP_BROKEN -> true;
                    default -> false;
                };
            case PNG -> content == Content.PNG;
            case JPEG -> content == Content.JPEG;
            case SVG -> content == Content.SVG;
            case CSV, TSV -> content == Content.TEXT;
            case TEXT, MARKDOWN, HTML, LATEX, JSON, NOTEBOOK, LOG, CODE -> content.isText() && content != Content.RTF;
            case UNKNOWN -> false;
        };
    }

    private static String advice(Content content) {
        return switch (content) {
            case TEXT, HTML, SVG, XML, PNG, JPEG, XLSX ->
                "Name the file after what it is, or save it anew as what it" + " is named.";
            case OLE2, XLSX_MACROS, OFFICE, PDF, RTF, XLSX_ENCRYPTED ->
                "Save tables as .csv or .xlsx, without macros" + " and passwords.";
            case ARCHIVE, ZIP, ZIP_BROKEN -> "Hand in the files themselves, not packed.";
            case OTHER_PICTURE -> "Save the picture as .png.";
            case SERIALISED, PROGRAM, BINARY, EMPTY -> "Send the result as a table (.csv or .xlsx).";
        };
    }

    /** What a file is to its reader: what it claims where the content bears that out, else what the content is. */
    static MediaType recognised(MediaType claimed, Content content) {
        if (holdsWhatItClaims(claimed, content) || content == Content.EMPTY) {
            return claimed;
        }
        return switch (content) {
            case TEXT, XML -> MediaType.TEXT;
            case HTML -> MediaType.HTML;
            case SVG -> MediaType.SVG;
            case PNG -> MediaType.PNG;
            case JPEG -> MediaType.JPEG;
            case XLSX -> MediaType.XLSX;
            default -> MediaType.UNKNOWN;
        };
    }
}
