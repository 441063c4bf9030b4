package dev.sdc.rules.cls;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.ToldCounts;
import dev.sdc.engine.table.CountPhrases.CountPhrase;
import dev.sdc.engine.table.Mention;
import dev.sdc.engine.table.Prose;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What running text says of all or of none of a group: {@code All 21 patients diagnosed in 2013 were positive},
 * {@code 12 of 12 patients died}.
 *
 * @param n the size of the group
 * @param where the address of its number
 * @param text the words from it to what is said
 */
record AllInWords(long n, String where, String text) {
    private static final Pattern ALL = Pattern.compile(
            "(?i)\\b(?:all|each of|every one of|none of|no one of|alle|keiner der|keine der|(?<n>\\d{1,9}) (?:out )?of)"
                    + "\\s(?:of\\s)?(?:the\\s|these\\s|those\\s)?$");
    /** What becomes of people, but not that they are in a study. */
    private static final Pattern SAID = Pattern.compile(
            "(?i)^[^.;!?]{0,120}?\\b(?:died|relapsed|survived|recurred|developed|experienced|suffered|(?:was|were|are|had|have)\\s(?:been\\s)?(?:\\p{L}+[\\s-]){0,2}?"
                    + "(?:positive|negative|dead|alive|infected|pregnant|metastas[ei]s|metastatic|recurrences?|relapses?|smokers?|diabetic"
                    + "|obese|deceased|terminal|palliative)|starben|verstarben|verstorben)\\b");

    /** The share of all, which says that something is told of them. */
    private static final Pattern WHOLE_SHARE =
            Pattern.compile("^[^.;!?%]{0,80}?\\(?100(?:\\.0{1,3})?\\s?%\\)?[^.;!?]{0,60}");

    /** That people are in a study, or known to it, is told of all of them. */
    private static final Pattern IN_STUDY = Pattern.compile(
            "(?i)\\b(?:includ|enrol|recruit|eligib|consent|randomi[sz]|regist|identif|link|complete|available|records?\\b|data\\b"
                    + "|follow|analy[sz]|allocat|invited|contacted|responded|known|record)");

    /** More characters than the words that are looked for can have, before the number and behind it. */
    private static final int BEFORE = 40;

    private static final int BEHIND = 240;

    static List<AllInWords> in(Prose prose, Facts facts) {
        Map<String, AllInWords> found = new LinkedHashMap<>();
        for (ToldCounts.InPassage in : ToldCounts.of(prose, facts).passages()) {
            String text = in.passage().text();
            for (CountPhrase phrase : in.told().counts()) {
                int from = phrase.from();
                if (phrase.kind() == Mention.Kind.PHRASE && isOfAll(text, from, phrase.n())) {
                    String behind = text.substring(from, Math.min(text.length(), from + BEHIND));
                    Matcher said = SAID.matcher(behind);
                    Matcher share = WHOLE_SHARE.matcher(behind);
                    boolean told = said.find();
                    boolean shared = !told
                            && share.find()
                            && !IN_STUDY.matcher(text.substring(Math.max(0, from - BEHIND), from) + share.group())
                                    .find();
                    if (told || shared) {
                        String words = told ? said.group() : share.group();
                        String where = in.passage().address(from);
                        found.putIfAbsent(where, new AllInWords(phrase.n(), where, words.strip()));
                    }
                }
            }
        }
        return List.copyOf(found.values());
    }

    /** Whether what stands before a number says that it is all: {@code all}, or the number itself, {@code 12 of 12}. */
    private static boolean isOfAll(String text, int from, long n) {
        Matcher all = ALL.matcher(text.substring(Math.max(0, from - BEFORE), from));
        return all.find() && (all.group("n") == null || Long.parseLong(all.group("n")) == n);
    }
}
