package dev.sdc.engine.intake;

/** What a file is, named by its content type. */
public enum MediaType {
    CSV("text/csv"),
    TSV("text/tab-separated-values"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    TEXT("text/plain"),
    MARKDOWN("text/markdown"),
    HTML("text/html"),
    LATEX("application/x-tex"),
    JSON("application/json"),
    NOTEBOOK("application/x-ipynb+json"),
    LOG("text/x-log"),
    CODE("text/x-source"),
    PNG("image/png"),
    JPEG("image/jpeg"),
    SVG("image/svg+xml"),
    /** Anything that is not on the list of what can be checked. */
    UNKNOWN("application/octet-stream");

    private final String mime;

    MediaType(String mime) {
        this.mime = mime;
    }

    /** The MIME type, as reports give it. */
    public String mime() {
        return mime;
    }
}
