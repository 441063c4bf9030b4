package dev.sdc.engine.intake;

/** What the bytes of a file are, whatever its name says; in words that follow "the content is". */
enum Content {
    EMPTY("nothing at all"),
    TEXT("plain text"),
    HTML("a web page"),
    SVG("an SVG drawing"),
    XML("an XML document"),
    RTF("a rich-text document"),
    PNG("a PNG picture"),
    JPEG("a JPEG picture"),
    OTHER_PICTURE("a picture of another kind"),
    XLSX("an Excel workbook"),
    XLSX_ENCRYPTED("an encrypted Office document"),
    XLSX_MACROS("an Excel workbook with macros or in binary form"),
    OFFICE("a document of an office program"),
    OLE2("an Office document of the old binary kind"),
    PDF("a PDF document"),
    ZIP("a zip archive"),
    ZIP_BROKEN("a zip archive that is cut off or damaged"),
    ARCHIVE("a compressed file or an archive"),
    SERIALISED("a data file or saved object of a statistics program"),
    PROGRAM("a program"),
    BINARY("binary data");

    private final String words;

    Content(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    boolean isText() {
        return switch (this) {
            case TEXT, HTML, SVG, XML, RTF -> true;
            default -> false;
        };
    }
}
