package dev.sdc.rules.sec;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.ToldCounts;
import dev.sdc.engine.table.CountPhrases.CountPhrase;
import dev.sdc.engine.table.Prose;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads steps of a flow from running text: {@code Of 1,204 women registered, 1,201 had a valid date. Of these, 1,088 …}. */
final class FlowText {
    /** What stands behind a number of people. */
    private static final String SOME_PEOPLE =
            "^(?: [\\p{L}-]+){0,2} (?:patients|people|persons|women|men|children|participants|individuals|cases|patienten"
                    + "|frauen|männer)";

    private static final Pattern NUMBER = Pattern.compile(
            "(?<![\\p{L}\\d_.,/-])(\\d{1,3}(?:([.,'\\u2019\\u00a0\\u202f])\\d{3})(?:\\2\\d{3}){0,2}|\\d{1,9})(?!\\2\\d|[\\p{L}\\d_]|[.,/:-]\\d|\\s?%)");
    /** Words of languages that part thousands with a dot. */
    private static final Pattern DOTS = Pattern.compile(
            "\\b(?:von|der|die|und|hatten|waren|wurden|davon|les|des|ont|dont|étaient|las|los|fueron|tenían|delle|degli|van|de)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern MARKS = Pattern.compile("\\D");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");
    private static final Pattern OF_ALL = Pattern.compile(
            "(?:\\bof|\\bout of|\\bamong|\\bvon|\\bunter|\\bsur|\\bparmi|\\bde)(?: (?:the|a|all|total|of|den|insgesamt|les|las|los))*$");
    private static final Pattern OF_THEM = Pattern.compile(
            "\\b(?:of (?:these|them|those|whom|which)|leaving|left|remaining|remain(?:ed)?|retain(?:ed|ing)|result(?:ed|ing) in|yield(?:ed|ing)"
                    + "|(?:reduc\\w*|fell|down|narrow\\w*|decreas\\w*|dropp\\w*) [^.;]*\\bto|final (?:cohort|sample|population|analysis)"
                    + "|davon|darunter|von diesen|(?:es )?verblieben|verbleiben|übrig|dont|parmi (?:eux|elles)|de (?:ellos|ellas)|quedaron)\\b[^.;]*$");
    private static final Pattern LEFT = Pattern.compile(
            "^(?: [\\p{L}-]+){0,2} (?:remained|remain|were left|are left|were still|were (?:kept|retained)|verblieben|blieben)\\b");
    private static final Pattern HAD = Pattern.compile(
            "^(?: [\\p{L}-]+){0,3} (?:had|have|has|were|was|met|consented|remained|remain|completed|entered|received|agreed"
                    + "|attended|responded|gave|returned|are|formed|could|survived|took part|participated|accepted|finished|joined|hatten|waren|wurden|erhielten|hatte|ont|avaient|étaient|tenían|fueron|eran)\\b");
    /** In German the verb comes first: {@code Von 1.204 Frauen hatten 1.201 ein Datum}. */
    private static final Pattern HAD_BEFORE = Pattern.compile(
            "\\b(?:hatten|waren|wurden|erhielten|haben|sind|lebten|starben|verblieben|blieben|konnten|nahmen|lag bei|bestand bei)(?: (?:nur|noch|insgesamt|genau))?$");

    /** {@code Stage was known for 4,021}, behind a number of all in the sentence before. */
    private static final Pattern KNOWN = Pattern.compile(
            "\\b(?:known|recorded|available|complete[d]?|obtained|measured|assessed|reported|linked|bekannt)"
                    + " (?:for|in|from|bei|für)(?: (?:only|all but))?$");

    /** {@code 1,840 patients; 1,833 of them}. */
    private static final Pattern OF_LAST =
            Pattern.compile("^(?: \\([^()]{0,20}\\))? (?:of (?:them|these|those|whom|which)|davon)\\b");

    /** {@code identified 1,840 patients; 1,833}: nothing but the people stands between the numbers. */
    private static final Pattern PEOPLE_ALONE =
            Pattern.compile(SOME_PEOPLE + "(?:[;:,]?(?: (?:and|und|but|aber))|[;:,])$");

    /** {@code identified 1,840 patients. 1,833}: the next sentence begins with how many of them. */
    private static final Pattern PEOPLE_BEFORE = Pattern.compile(SOME_PEOPLE + "\\.(?: in all,)?$");

    private static final Pattern HAD_AT_ONCE = Pattern.compile(
            "^ (?:had|have|were|met|consented|completed|received|agreed|attended|responded|returned|could|hatten|waren|wurden)\\b");

    /** What is done to people in turn, each time to some of those before: {@code 2,120 were eligible, 2,113 consented}. */
    private static final Pattern IN_TURN = Pattern.compile(
            "^(?: [\\p{L}-]+)?(?: (?:were|was|had been|have|had|gave|then))? (?<deed>screened|eligible|consent(?:ed)?|randomi[sz]ed|enrolled|invited"
                    + "|approached|registered|assessed|analy[sz]ed|included|completed|responded|attended|recruited|identified|followed up|started|began|finished|treated"
                    + "|took part|participated)\\b");

    private static final Pattern NEXT_SENTENCE = Pattern.compile("[^.]*\\.$");

    private static final Pattern FOUND = Pattern.compile(
            "\\b(?:identified|included|found|selected|extracted|registered|recruited|enrolled|studied|analysed|analyzed|invited|approached|holds?"
                    + "|held|contain(?:s|ed)|cover(?:s|ed)|compris(?:es|ed)|has|lists?|listed"
                    + "|screened|diagnosed|there were|cohort (?:of|had|comprised|included)|identifizierten|gab es)(?: (?:a|the|total|of|all|in)){0,3}$");

    private static final Pattern PEOPLE = Pattern.compile(SOME_PEOPLE + "\\b");

    /** Behind a number that counts no people. */
    private static final Pattern MEASURE = Pattern.compile(
            "^[ -](?:days?|weeks?|months?|years?|hours?|minutes?|cycles?|doses?|courses?|fractions?|points?|per ?cent"
                    + "|m?g|kg|ml|[cm]m|gy|tage|wochen|monate|jahre|jours|semaines|mois|ans)\\b");

    private static final String NAMES =
            "(?:stage|grade|phase|group|arm|table|figure|type|level|version|model|age|aged|day|week|month|year|site)";

    /** Behind these a number names something, or ends a range. */
    private static final Pattern NAME = Pattern.compile(
            "\\b(?:" + NAMES + "|(?<!resulted |resulting )in|since|between|until|than|least|most)$|^ and$|\\b" + NAMES
                    + "s? \\S{1,6} and$");
    /** A step may lead from one number to another, and so does a range. */
    private static final Pattern FROM_OR_TO = Pattern.compile("\\b(?:from|to)$");

    private static final Pattern RANGE_BEHIND = Pattern.compile("^ ?(?:to|until|-|–|—) ?\\d");
    /** The same people and some more; numbers of cases that rise from year to year are of others. */
    private static final Pattern GREW = Pattern.compile(
            "\\b(?:cohort|sample|data ?set|extract|study population)\\b[^.;]{0,60}\\b(?:grew|grown|rose|increased|expanded|went)(?: [\\p{L}]+)? from$");

    private static final Pattern TAKEN_OUT = Pattern.compile(
            "\\b(?:exclud\\w*|remov\\w*|dropp\\w*|omitt\\w*|losing|lost|ausschluss von|ausgeschlossen)(?: [\\p{L}-]+){0,2}$");

    private static final Pattern REST = Pattern.compile(
            "^[^.;\\d]*\\b(?:the (?:rest|remainder|others|remaining)|die übrigen|der rest|les autres|el resto)\\b(?! of)");

    /** Of no more numbers before one is it looked for what it is left of. */
    private static final int MOST_BEFORE = 6;

    private static final Pattern REDUCED =
            Pattern.compile("\\b(?:down|reduc\\w*|fell|narrow\\w*|shr[aiu]nk|decreas\\w*|dropp\\w*|went)\\b[^.;]*$");

    /** How many characters before and after a number are looked at. */
    private static final int NEAR = 160;

    /**
     * A number of people.
     *
     * @param before the words before it, in small letters
     * @param after the words behind it as they stand there; few numbers need them
     */
    private record Told(long n, int line, int from, String before, String after) {}

    private FlowText() {}

    /** The steps in a text, each from a number of people to the number of those of them that went on. */
    static List<Remainder> steps(Prose prose) {
        List<Remainder> steps = new ArrayList<>();
        Told last = null;
        Breath breath = new Breath(prose);
        for (Told number : numbers(prose.running())) {
            breath.add(number).ifPresent(steps::add);
            if (MEASURE.matcher(simple(number.after())).find()) {
                last = null; // nor does the number before it that is spoken of with it
                continue;
            }
            if (last != null
                    && last.n() < number.n()
                    && number.before().equals(" to")
                    && GREW.matcher(last.before()).find()) {
                steps.add(new Remainder(
                        prose.address(number.line(), number.from()),
                        null,
                        null,
                        number.n(),
                        last.n(),
                        "who came in addition",
                        Remainder.less(place(prose, number), List.of(place(prose, last)))));
            }
            boolean ofLast = OF_THEM.matcher(number.before()).find()
                    || (last != null && number.before().equals(" to") && isReduced(last.before()))
                    || LEFT.matcher(number.after()).find()
                    || (last != null && isPartOf(last, number))
                    || (last != null && isNext(last, number))
                    || (last != null
                            && KNOWN.matcher(number.before()).find()
                            && PEOPLE.matcher(simple(last.after())).find())
                    || (last != null
                            && OF_ALL.matcher(last.before()).find()
                            && (HAD.matcher(simple(number.after())).find()
                                    || HAD_BEFORE.matcher(number.before()).find()));
            if (last != null && ofLast && last.n() >= number.n()) {
                steps.add(new Remainder(
                        prose.address(number.line(), number.from()),
                        null,
                        null,
                        last.n(),
                        number.n(),
                        "left out at this step",
                        Remainder.less(place(prose, last), List.of(place(prose, number)))));
            }
            last = number;
        }
        return steps;
    }

    /** Whether a number counts some of the people whom the one before it counts. */
    private static boolean isPartOf(Told all, Told number) {
        if (!PEOPLE.matcher(simple(all.after())).find()) {
            return false;
        }
        String after = simple(number.after());
        return OF_LAST.matcher(after).find()
                || (PEOPLE_BEFORE.matcher(number.before()).find()
                        && FOUND.matcher(all.before()).find()
                        && HAD_AT_ONCE.matcher(after).find())
                || (PEOPLE_ALONE.matcher(number.before()).find()
                        && FOUND.matcher(all.before()).find()
                        && HAD.matcher(after).find()
                        && !PEOPLE.matcher(after).find());
    }

    /** Whether a number in the same sentence, or at the head of the next, counts those of the people before it to whom the next thing was done. */
    private static boolean isNext(Told all, Told number) {
        String between = number.before();
        Matcher before = IN_TURN.matcher(simple(all.after()));
        Matcher now = IN_TURN.matcher(simple(number.after()));
        return before.find()
                && now.find()
                && !before.group("deed").equals(now.group("deed"))
                && (between.indexOf('.') < 0 || NEXT_SENTENCE.matcher(between).matches())
                && between.indexOf(';') < 0
                && between.indexOf('(') < 0;
    }

    /** What was told before a number: of how many all is, and which of them were told apart or taken out since. */
    private static final class Breath {
        private final Prose prose;
        private final Deque<Told> before = new ArrayDeque<>();
        private final List<Told> parts = new ArrayList<>();
        private @Nullable Told whole;

        private Breath(Prose prose) {
            this.prose = prose;
        }

        /** The step that ends with a number, if one does. */
        private Optional<Remainder> add(Told number) {
            Optional<Remainder> step = LEFT.matcher(number.after()).find() ? left(number) : rest(number);
            before.push(number);
            if (before.size() > MOST_BEFORE) {
                before.removeLast();
            }
            return step;
        }

        /** {@code 1,204 patients. After excluding 12 … and those without a stage, 1,188 remained}. */
        private Optional<Remainder> left(Told number) {
            List<Told> terms = new ArrayList<>(List.of(number));
            long told = number.n();
            for (Told earlier : before) {
                if (earlier.n() >= number.n()) {
                    return terms.size() == 1 ? Optional.empty() : Optional.of(step(number, earlier, told, terms));
                }
                if (TAKEN_OUT.matcher(earlier.before()).find()) {
                    terms.add(earlier);
                    told += earlier.n();
                }
            }
            return Optional.empty();
        }

        /** {@code Of the 212 women, 120 had surgery, 86 had radiotherapy and the rest refused}. */
        private Optional<Remainder> rest(Told number) {
            if (OF_ALL.matcher(number.before()).find()) {
                whole = number;
                parts.clear();
                return Optional.empty();
            }
            if (whole == null
                    || number.before().contains(". ")
                    || !HAD.matcher(simple(number.after())).find()) {
                whole = null;
                return Optional.empty();
            }
            parts.add(number);
            long told = parts.stream().mapToLong(Told::n).sum();
            return REST.matcher(simple(number.after())).find()
                    ? Optional.of(step(number, whole, told, parts))
                    : Optional.empty();
        }

        private Remainder step(Told at, Told all, long told, List<Told> terms) {
            return new Remainder(
                    prose.address(at.line(), at.from()),
                    null,
                    null,
                    all.n(),
                    told,
                    "who are left",
                    Remainder.less(
                            place(prose, all),
                            terms.stream().map(term -> place(prose, term)).toList()));
        }
    }

    private static String place(Prose prose, Told number) {
        return prose.file() + "!" + prose.address(number.line(), number.from());
    }

    /** The parts of a whole that a text tells in one breath: {@code 409 of 412 patients}. */
    static List<Remainder> parts(Prose prose, Facts facts) {
        List<Remainder> parts = new ArrayList<>();
        for (ToldCounts.InPassage in : ToldCounts.of(prose, facts).passages()) {
            for (CountPhrase phrase : in.told().counts()) {
                if (phrase.whole() >= phrase.n()) {
                    parts.add(new Remainder(
                            in.passage().address(phrase.from()),
                            null,
                            null,
                            phrase.whole(),
                            phrase.n(),
                            "that are not among them",
                            List.of()));
                }
            }
        }
        return parts;
    }

    private static List<Told> numbers(List<String> lines) {
        List<Told> numbers = new ArrayList<>();
        String carried = "";
        String last = "";
        for (int line = 0; line < lines.size(); line++) {
            String text = lines.get(line);
            Matcher matcher = NUMBER.matcher(text);
            boolean dots = DOTS.matcher(start(text)).find();
            int end = 0;
            while (matcher.find()) {
                String before = simple(
                                carried + " " + text.substring(Math.max(end, matcher.start() - NEAR), matcher.start()))
                        .stripTrailing();
                boolean year = YEAR.matcher(matcher.group()).matches();
                boolean decimal = ".".equals(matcher.group(2)) && !dots;
                if (!year
                        && !decimal
                        && !NAME.matcher(before).find()
                        && (isReduced(last) || GREW.matcher(last).find() || !isEndOfRange(text, matcher, before))) {
                    String after = text.substring(matcher.end(), Math.min(text.length(), matcher.end() + NEAR))
                            + (matcher.end() + NEAR > text.length() && line + 1 < lines.size()
                                    ? " " + start(lines.get(line + 1))
                                    : "");
                    long n = Long.parseLong(MARKS.matcher(matcher.group()).replaceAll(""));
                    numbers.add(new Told(n, line, matcher.start(), before, after));
                }
                end = matcher.end();
                last = before;
                carried = "";
            }
            String rest = carried + " " + text.substring(Math.max(end, text.length() - NEAR));
            carried = rest.substring(Math.max(0, rest.length() - NEAR));
        }
        return numbers;
    }

    /** Whether a number is one end of a range ({@code from 5 to 10}) and no number of people that a step leads from or to. */
    private static boolean isEndOfRange(String text, Matcher number, String before) {
        String after = text.substring(number.end(), Math.min(text.length(), number.end() + 12));
        boolean range = before.endsWith("to") || RANGE_BEHIND.matcher(after).find();
        return FROM_OR_TO.matcher(before).find()
                && range
                && !REDUCED.matcher(before).find()
                && !GREW.matcher(before).find();
    }

    /** {@code reduced from 1,204 to}: the next number is what was left. */
    private static boolean isReduced(String before) {
        return before.endsWith(" from") && REDUCED.matcher(before).find();
    }

    private static String start(String text) {
        return text.substring(0, Math.min(text.length(), NEAR));
    }

    private static String simple(String text) {
        StringBuilder simple = new StringBuilder(text.length());
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean blank = c == ' ' || (c >= '\t' && c <= '\r');
            if (!blank || !space) {
                simple.append(blank ? ' ' : c);
            }
            space = blank;
        }
        return simple.toString().toLowerCase(Locale.ROOT);
    }
}
