package dev.sdc.engine.evidence;

import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.CaptionWords;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Mention;
import dev.sdc.engine.table.Table;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many people a table of shares is about, as its title or a line beside it says: {@code Stage of 214 patients},
 * {@code (N = 214)}, {@code Base: 214 patients}, {@code Percentages are of the 214 patients}.
 *
 * @param most the largest number that is told; no share of the table is one of more people
 * @param where the address of the line that tells it
 * @param only whether no line tells another number
 */
public record BaseInWords(long most, String where, boolean only) {
    private static final int LONGEST = 200;

    private static final Pattern OF_OTHERS =
            Pattern.compile("\\b(?:exclu\\w*|missing|unknown|unstaged|without|lost|withdr\\w+|omitted"
                    + "|not|no|except|other than|icbs?|gps?|surgeons|nurses|doctors|teams|providers|registries|countries|departments|wards"
                    + "|krankenhäuser\\w*|kliniken|praxen|hôpitaux|centros|ospedali|ziekenhuizen|ausgeschlossen\\w*|ausschluss|fehlend\\w*|ohne|unbekannt\\w*|hospitals?|trusts?|practices?"
                    + "|sites|centres?|centers?|clinics?|boards?|regions?|studies|trials|models?|variables|samples|slides|images|scans"
                    + "|tests|visits|appointments|beds|years|months|weeks|days)\\b");

    private static final Pattern BASE =
            Pattern.compile("^\\W{0,4}(?:note\\W{1,3})?(?:(?:the )?(?:unweighted |total |sample )?"
                    + "(?:base|basis|denominator|nenner|sample size|n)\\b\\s*(?:\\([^)]{0,20}\\))?\\s*(?:[:=]|is\\b|are\\b|ist\\b))"
                    + "|^(?:(?:total|all|number of|no\\.? of|n|anzahl|alle) ){0,2}(?:patients|people|persons|participants|respondents"
                    + "|individuals|pati[eë]nten|personen|pacientes|pazienti)\\s*[:=]"
                    + "|\\b(?:per ?cent(?:ages?)?|%|shares|proportions)[^.;]{0,30}\\b(?:of|on|out of)\\b"
                    + "|\\b(?:prozent\\w*|anteile)[^.;]{0,30}\\b(?:von|auf|an)\\b");

    /** What tells that something happened, and is no title. */
    private static final Pattern SENTENCE =
            Pattern.compile("\\b(?:was|were|is|are|had|has|have|did|died|received|underwent|showed"
                    + "|reported|wurden?|waren?|sind|ist|hatten?|haben|hat)\\b");

    /** A number and the people it counts: behind "of", at the start, or set off by a mark. */
    private static final Pattern OF_PEOPLE = Pattern.compile(
            "(?:^\\W{0,4}"
                    + "|[,;:(–-]\\s*"
                    + "|\\b(?:of|in|among|for|from|on|all|the|these|n|von|bei|unter|der|den|parmi|chez|de|des|les|di|su|dei|van|bij)\\s+)"
                    + "(\\d[\\d.,\u00a0\u202f ]*?)\\s+(?:\\p{L}+[ -]){0,3}?"
                    + "(?:patients|people|persons|participants|individuals|women|men|children|adults|respondents|subjects|cases"
                    + "|pati[eë]nten|patientinnen|personen|frauen|männern?|kindern?|pacientes|personas|personnes|femmes|hommes|pazienti)\\b");

    /** Numbers that count nobody: of a table, and years. */
    private static final Pattern OTHER_NUMBERS = Pattern.compile("\\b(?:" + CaptionWords.ALTERNATIVES
            + ")\\.? ?\\d+[a-z]?\\b|\\b(?:19|20)\\d\\d(?:[-–/]\\d{2})?\\b(?![,.]\\d)");

    private static final Pattern DIGITS = Pattern.compile("\\d[\\d.,\u00a0\u202f]*(?: \\d{3}\\b)*");

    /** What a table says, if it says anything. */
    public static Optional<BaseInWords> of(Table table) {
        Set<Long> numbers = new HashSet<>();
        Mention most = null;
        for (Mention mention : table.captions()) {
            if (mention.n() > 0 && tells(mention, isTitle(table, mention))) {
                numbers.add(mention.n());
                most = most == null || mention.n() > most.n() ? mention : most;
            }
        }
        String where = most == null ? null : most.where();
        long n = most == null ? 0 : most.n();
        for (Column column : table.columns()) {
            Long size = column.isLabel() ? column.headerN() : null;
            if (size != null && size > 0) {
                numbers.add(size);
                where = size > n ? table.headerAddress(column.index()) : where;
                n = Math.max(n, size);
            }
        }
        return where == null
                ? Optional.empty()
                : Optional.of(new BaseInWords(n, table.file() + "!" + where, numbers.size() == 1));
    }

    private static boolean isTitle(Table table, Mention mention) {
        return table.titles().stream().anyMatch(title -> title.strip().equals(mention.text()));
    }

    private static boolean tells(Mention mention, boolean title) {
        String text = mention.text().toLowerCase(Locale.ROOT);
        if (text.length() > LONGEST || OF_OTHERS.matcher(text).find()) {
            return false;
        }
        if (tellsOtherNumbers(text, mention.n())) {
            return false;
        }
        boolean base = BASE.matcher(text).find();
        if (!title && !base && !text.endsWith(":")) {
            return false;
        }
        return mention.kind() == Mention.Kind.BASE
                || ((base || !SENTENCE.matcher(text).find()) && countsPeople(text, mention.n()));
    }

    /** Of two numbers in a line nobody knows which is the base. */
    private static boolean tellsOtherNumbers(String text, long n) {
        String number = Long.toString(n);
        Matcher years = OTHER_NUMBERS.matcher(text);
        String rest = years.replaceAll(found -> found.group().equals(number) ? number : " ");
        return DIGITS.matcher(rest)
                .results()
                .anyMatch(digits -> !digits.group().replaceAll("\\D", "").equals(number));
    }

    /** Whether the only number of people in a text is the one told. */
    private static boolean countsPeople(String text, long n) {
        Matcher people = OF_PEOPLE.matcher(text);
        boolean told = false;
        while (people.find()) {
            if (!people.group(1).replaceAll("\\D", "").equals(Long.toString(n))) {
                return false;
            }
            told = true;
        }
        return told;
    }

    /** Whether a table has one column of shares and no more, which what is said of the table can be the base of. */
    static boolean hasOneColumnOfShares(Table table) {
        return table.columns().stream()
                        .filter(column -> !column.isLabel()
                                && (column.mayHold(ColumnRole.PERCENTAGE) || column.mayHold(ColumnRole.PROPORTION)))
                        .limit(2)
                        .count()
                == 1;
    }
}
