package dev.sdc.rules.code;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something in code that opens or maps the environment it ran in.
 *
 * @param kind what it is, for people
 * @param at where in the line it begins, from 0
 */
record Secret(String kind, int at) {
    /**
     * One form.
     *
     * @param marks characters of which every such text has one, so that most lines are passed over
     */
    private record Form(String kind, String marks, Pattern pattern) {
        boolean mayBeIn(String text) {
            for (int i = 0; i < marks.length(); i++) {
                if (text.indexOf(marks.charAt(i)) >= 0) {
                    return true;
                }
            }
            return false;
        }
    }

    private static final List<Form> FORMS = List.of(
            new Form(
                    "a password or key",
                    "\"'",
                    Pattern.compile(
                            "(?<![A-Za-z])(?:password|passwd|pwd|passphrase|secret|api_?key|access_?key|auth_?token|token|client_?secret)"
                                    + "\\b[\"']?\\s{0,8}(?:=>|<-|:=|==?|:)\\s{0,8}[\"'](?![$<{%])[^\"'\\s]{4,}[\"']",
                            Pattern.CASE_INSENSITIVE)),
            // without quotes only what no variable is named
            new Form(
                    "a password or key",
                    "=:",
                    Pattern.compile(
                            "(?<![A-Za-z])(?:password|passwd|pwd)\\s{0,8}[=:]\\s{0,8}(?=[^\\s;,]{0,60}[0-9!@#%^&*])[^\\s;,()\"'.$<{\\[]{4,60}(?=[\\s;,\"']|$)",
                            Pattern.CASE_INSENSITIVE)),
            new Form("a private key", "-", Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----")),
            new Form(
                    "a log-in inside an address",
                    "@",
                    Pattern.compile("\\b[a-z][a-z0-9+]{0,20}://[^\\s/:@\"']{1,100}:[^\\s/@\"']{1,100}@")),
            new Form(
                    "a connection string",
                    ":=",
                    Pattern.compile(
                            "\\bjdbc:[a-z0-9]+:|\\b(?:postgres(?:ql)?|mysql|mssql|oracle|mongodb|redis|odbc|snowflake|ldaps?)(?:\\+\\w+)?://\\S"
                                    + "|\\b(?:Server|Data Source|Host|DSN)\\s*=\\s*[^;\"'\\s]{2,100}\\s{0,8};|\\bDriver\\s*=\\s*\\{",
                            Pattern.CASE_INSENSITIVE)),
            new Form(
                    "a server's name",
                    "\\",
                    Pattern.compile("(?<![\\\\\\w])\\\\{2,4}[A-Za-z0-9][\\w.-]+\\\\{1,2}[\\w$.-]+")),
            // //cdn.example.org/plot.js is an address of the web
            new Form(
                    "a server's name",
                    "/",
                    Pattern.compile(
                            "(?<=[\"'`])//[A-Za-z0-9][\\w-]{0,60}/[\\w$.-]+"
                                    + "|(?<=[\"'`\\s])//[A-Za-z0-9][\\w.-]{0,60}(?:/[\\w$.-]{1,100}){0,12}/[\\w$-]{1,100}\\."
                                    + "(?:rds|rda|rdata|csv|tsv|txt|dta|sas7bdat|sav|xlsx?|parquet|feather|db|sqlite|sas|do|R)\\b",
                            Pattern.CASE_INSENSITIVE)),
            new Form(
                    "a server's name",
                    "\"'.",
                    Pattern.compile(
                            "\\b(?:host|hostname|server|dbserver)\\s*(?:=|<-|:)\\s*[\"'](?!localhost)[\\w-]+(?:\\.[\\w-]+)*[\"']"
                                    + "|\\b[a-z][a-z0-9-]{0,60}(?:\\.[a-z0-9-]{1,60}){0,4}\\.(?:local|internal|intranet|lan|corp)\\b",
                            Pattern.CASE_INSENSITIVE)),
            new Form(
                    "a network address",
                    ".",
                    Pattern.compile(
                            "(?<![\\d.])(?:10\\.\\d{1,3}|172\\.(?:1[6-9]|2\\d|3[01])|192\\.168)(?:\\.\\d{1,3}){2}(?![\\d.])")),
            new Form(
                    "a path of the environment",
                    ":",
                    Pattern.compile(
                            "(?<![A-Za-z0-9])[A-Za-z]:[\\\\/]{1,2}(?![\\\\/])[\\w .$~-]{1,80}(?:[\\\\/]|\\.\\w)")),
            new Form(
                    "a path of the environment",
                    "/",
                    Pattern.compile(
                            "(?<![\\w.~:/#!-])/(?:home|Users|mnt|media|data|srv|opt|var|root|scratch|projects?|nfs|shared|work|export|vol|gpfs|lustre|storage)/[\\w.$-]+")),
            new Form("a path of the environment", "~", Pattern.compile("(?<![\\w/])~[\\w-]*/[\\w.-]+/")));
    /** A longer line is looked at piece by piece; pieces overlap by more than any of these texts is long. */
    private static final int PIECE = 20_000;

    private static final int OVERLAP = 1_000;

    /** The first in a line, if there is one. */
    static Optional<Secret> in(String line) {
        Optional<Secret> found = Optional.empty();
        for (int from = 0; found.isEmpty() && from < line.length(); from += PIECE - OVERLAP) {
            found = inPiece(line, from);
        }
        return found;
    }

    private static Optional<Secret> inPiece(String line, int from) {
        String text = line.substring(from, Math.min(line.length(), from + PIECE));
        Optional<Secret> first = Optional.empty();
        for (Form form : FORMS) {
            if (form.mayBeIn(text)) {
                Matcher found = form.pattern.matcher(text);
                if (found.find() && (first.isEmpty() || from + found.start() < first.get().at)) {
                    first = Optional.of(new Secret(form.kind, from + found.start()));
                }
            }
        }
        return first;
    }
}
