package dev.sdc.engine.intake;

import static java.util.Map.entry;

import java.util.Locale;
import java.util.Map;

/** What the end of a file's name claims that the file is. */
final class FileExtension {
    private static final Map<String, MediaType> READABLE = Map.ofEntries(
            entry("csv", MediaType.CSV),
            entry("tsv", MediaType.TSV),
            entry("tab", MediaType.TSV),
            entry("xlsx", MediaType.XLSX),
            entry("txt", MediaType.TEXT),
            entry("md", MediaType.MARKDOWN),
            entry("html", MediaType.HTML),
            entry("htm", MediaType.HTML),
            entry("tex", MediaType.LATEX),
            entry("json", MediaType.JSON),
            entry("ipynb", MediaType.NOTEBOOK),
            entry("log", MediaType.LOG),
            entry("rout", MediaType.LOG),
            entry("lst", MediaType.LOG),
            entry("out", MediaType.LOG),
            entry("r", MediaType.CODE),
            entry("do", MediaType.CODE),
            entry("py", MediaType.CODE),
            entry("sas", MediaType.CODE),
            entry("sps", MediaType.CODE),
            entry("sql", MediaType.CODE),
            entry("png", MediaType.PNG),
            entry("jpeg", MediaType.JPEG),
            entry("jpg", MediaType.JPEG),
            entry("svg", MediaType.SVG));

    private FileExtension() {}

    /** The extension of a path in lower case without the dot; empty where there is none. */
    static String of(String path) {
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    static MediaType claimed(String extension) {
        return READABLE.getOrDefault(extension, MediaType.UNKNOWN);
    }
}
