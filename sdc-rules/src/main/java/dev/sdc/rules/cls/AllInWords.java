package dev.sdc.rules.cls;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.ToldCounts;
import dev.sdc.engine.table.CountPhrases.CountPhrase;
import dev.sdc.engine.table.Mention;
import dev.sdc.engine.table.Prose;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What running text says of all or of none of a group: {@code All 21 patients diagnosed in 2013 were positive},
 * {@code 12 of 12 patients died}.
 *
 * @param n the size of the group
 * @param certain whether it is told of some who are known by what they are: {@code with stage IV}, {@code in the trial arm}
 * @param where the address of its number
 * @param text the words from it to what is said
 */
record AllInWords(long n, boolean certain, String where, String text) {
    private static final String PEOPLE =
            "(?:patients|people|persons|women|men|girls|boys|children|participants|individuals|cases|males|females|adults|infants)";
    private static final String ONE =
            "(?:patient|person|woman|man|girl|boy|child|participant|individual|case|male|female|adult|infant)";
    private static final Pattern ALL = Pattern.compile(
            "(?i)\\b(?:all|each of|every one of|none of|no one of|not one of|alle|keiner der|keine der|(?<n>\\d{1,9}) (?:out )?of)"
                    + "\\s(?:of\\s)?(?:the\\s|these\\s|those\\s)?$");
    /** What becomes of people, but not that they are in a study. */
    private static final Pattern SAID = Pattern.compile(
            "(?i)^[^.;!?]{0,120}?\\b(?:died|relapsed|survived|recurred|developed|experienced|suffered|(?:was|were|are|had|have)\\s(?:been\\s)?(?:\\p{L}+[\\s-]){0,2}?"
                    + "(?:positive|negative|dead|alive|infected|pregnant|metastas[ei]s|metastatic|recurrences?|relapses?|smokers?|diabetic"
                    + "|obese|deceased|terminal|palliative)|starben|verstarben|verstorben)\\b");

    /** {@code Every patient in the trial arm (n = 24)}. */
    private static final Pattern EVERY = Pattern.compile(
            "(?i)\\b(?:every|each|no) (?:single )?(?<group>(?:[\\p{L}-]+ )?" + ONE + "\\b[^.;!?()]{0,80})[(\\[,] ?$");

    private static final String OTHERS =
            "(?!(?:eligible|included|remaining|consecutive|enrolled|evaluable|study|such|other|cancer|adult|the|of"
                    + "|these|those|our|analysed|randomi[sz]ed|invited|recruited|registered)\\b)";

    /** Some of all, by a word before the people or by words behind them. */
    private static final Pattern SOME =
            Pattern.compile("(?i)^(?:\\d[\\d,]{0,9} |\\p{L}+ )?(?:(?:" + OTHERS + "[\\p{L}-]+ ){1,2}" + PEOPLE + "\\b"
                    + "|(?:[\\p{L}-]+ ){0,2}(?:" + PEOPLE + "|" + ONE
                    + ")\\s(?:who|whose|with|without|in|of|from|at|on|under|aged|born|living"
                    + "|diagnosed|treated|seen|referred)\\b(?! (?:(?:the|this|our) )?(?:whole |full |entire |both |two |three |all )?(?:study|cohort|sample|analysis"
                    + "|data ?set|registry|database|population|arms|groups\\b|total|all|whom)\\b))");

    /** What else may be told of some, so that whoever is known to be one of them is known to be so. */
    private static final Pattern TOLD = Pattern.compile(
            "(?i)^[^.;!?]{0,160}?\\b(?:attended|received|responded(?!\\s(?:to (?:the|our|a) )?(?:survey|questionnaire|letter|invitation))|underwent|required|needed|refused|declined|stopped|used|took|smoked|reported|progressed"
                    + "|had|have|has|(?:was|were|are|is)\\s(?!(?:aged|seen|taken)\\b)\\p{L}{4,})\\b[^.;!?]{0,60}");

    /** Whom a study takes in is no news. */
    private static final Pattern BY_DESIGN = Pattern.compile(
            "(?i)\\b(?:exclu|aged?\\b|performance status|ecog|histolog|confirmed|criteri|at least|inform|baseline|assess|measur|scan|offered"
                    + "|missing|lost|asked|diagnosed\\b[^.]{0,20}$|allowed|required to|approved|ethic|as planned|standard)");

    /** The share of all, which says that something is told of them. */
    private static final Pattern WHOLE_SHARE =
            Pattern.compile("^[^.;!?%]{0,80}?\\(?100(?:\\.0{1,3})?\\s?%\\)?[^.;!?]{0,60}");

    /** That people are in a study, or known to it, is told of all of them. */
    private static final Pattern IN_STUDY = Pattern.compile(
            "(?i)\\b(?:includ|enrol|recruit|eligib|consent|randomi[sz]|regist|identif|link|complete|available|records?\\b|data\\b"
                    + "|follow|analy[sz]|allocat|invited|contacted|known|record)");

    /** To a letter, not to a treatment. */
    private static final Pattern ANSWERED = Pattern.compile("(?i)\\bresponded\\b");

    /** More characters than the words that are looked for can have, before the number and behind it. */
    private static final int BEFORE = 40;

    private static final int BEHIND = 240;

    static List<AllInWords> in(Prose prose, Facts facts) {
        Map<String, AllInWords> found = new LinkedHashMap<>();
        for (ToldCounts.InPassage in : ToldCounts.of(prose, facts).passages()) {
            String text = in.passage().text();
            for (CountPhrase phrase : in.told().counts()) {
                String where = in.passage().address(phrase.from());
                (phrase.kind() == Mention.Kind.PHRASE ? ofAll(text, phrase, where) : ofEvery(text, phrase, where))
                        .ifPresent(all -> found.putIfAbsent(where, all));
            }
        }
        return List.copyOf(found.values());
    }

    private static Optional<AllInWords> ofAll(String text, CountPhrase phrase, String where) {
        int from = phrase.from();
        if (!isOfAll(text, from, phrase.n())) {
            return Optional.empty();
        }
        String behind = text.substring(from, Math.min(text.length(), from + BEHIND));
        boolean some = SOME.matcher(behind).find();
        Optional<String> told = told(behind, some);
        if (told.isPresent()) {
            return told.map(words -> new AllInWords(phrase.n(), some, where, words));
        }
        Matcher share = WHOLE_SHARE.matcher(behind);
        return share.find()
                        && !IN_STUDY.matcher(text.substring(Math.max(0, from - BEHIND), from) + share.group())
                                .find()
                        && !ANSWERED.matcher(share.group()).find()
                ? Optional.of(
                        new AllInWords(phrase.n(), false, where, share.group().strip()))
                : Optional.empty();
    }

    /** What is told of every one of a group whose size stands in brackets. */
    private static Optional<AllInWords> ofEvery(String text, CountPhrase size, String where) {
        Matcher every = EVERY.matcher(text.substring(Math.max(0, size.from() - BEHIND), size.from()));
        int close = size.from() + size.words().length() + 1;
        if (!every.find() || close >= text.length()) {
            return Optional.empty();
        }
        String behind = text.substring(close, Math.min(text.length(), close + BEHIND));
        boolean some = SOME.matcher(every.group("group")).find();
        return told(behind, some).map(words -> new AllInWords(size.n(), some, where, words));
    }

    /** What becomes of all; of some of all more may be told. */
    private static Optional<String> told(String behind, boolean some) {
        Matcher said = SAID.matcher(behind);
        if (said.find()) {
            return Optional.of(said.group().strip());
        }
        Matcher told = TOLD.matcher(behind);
        return some
                        && told.find()
                        && !IN_STUDY.matcher(told.group()).find()
                        && !BY_DESIGN.matcher(told.group()).find()
                ? Optional.of(told.group().strip())
                : Optional.empty();
    }

    /** Whether what stands before a number says that it is all: {@code all}, or the number itself, {@code 12 of 12}. */
    private static boolean isOfAll(String text, int from, long n) {
        Matcher all = ALL.matcher(text.substring(Math.max(0, from - BEFORE), from));
        return all.find() && (all.group("n") == null || Long.parseLong(all.group("n")) == n);
    }
}
