package dev.sdc.rules.pct;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.ImpliedCounts;
import dev.sdc.engine.evidence.Printed;
import dev.sdc.engine.evidence.Smallness;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.table.CountPhrases;
import dev.sdc.engine.table.CountPhrases.CountPhrase;
import dev.sdc.engine.table.Mention;
import dev.sdc.engine.table.Passage;
import dev.sdc.engine.table.Prose;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A percentage in running text whose base stands in the same sentence: {@code Of 212 patients, 1.4% relapsed}, {@code 1.4%
 * of the 212 patients}.
 *
 * @param value the share between 0 and 1
 * @param base the number of units it is a share of
 * @param where its place
 * @param text the percentage as it is written
 */
public record ShareInWords(Printed value, long base, String where, String text) {
    private static final Pattern PERCENT = Pattern.compile(
            "(?<![\\d.,–-])(\\d{1,3}(?:\\.\\d{1,6})?)\\s?(?:%|per\\s?cent\\b)(?!\\s?(?:CI\\b|confidence))");
    private static final Pattern OF_THEM =
            Pattern.compile(PERCENT.pattern() + "\\sof\\s(?:them|these|those|whom)\\b(?!\\s\\p{L}+s\\b)");
    private static final Pattern OF_BEFORE = Pattern.compile("(?i)\\b(?:of|among)\\s(?:the\\s|all\\s|these\\s){0,2}$");
    private static final Pattern OF_BASE = Pattern.compile("(?i)^\\sof\\s(?:the\\s|all\\s|these\\s){0,2}$");
    /** More characters than the words before a base can have. */
    private static final int NEAR = 40;

    private static final Pattern SENTENCE_END = Pattern.compile("[.!?;](?=\\s|$)");

    private record Key(String output) {}

    private record All(List<ShareInWords> shares) {}

    /** The shares in a text, in its order; found once for all rules. */
    public static List<ShareInWords> in(Prose prose, Facts facts) {
        return facts.together(new Key(prose.id()), All.class, () -> new All(in(prose)))
                .shares();
    }

    private static List<ShareInWords> in(Prose prose) {
        Map<String, ShareInWords> shares = new LinkedHashMap<>();
        for (Passage passage : prose.passages()) {
            String text = passage.text();
            if (text.indexOf('%') >= 0 || text.contains("cent")) {
                int from = 0;
                String before = "";
                Matcher end = SENTENCE_END.matcher(text);
                while (from < text.length()) {
                    int to = end.find() ? end.end() : text.length();
                    String sentence = text.substring(from, to);
                    sentence(passage, from, sentence).forEach(share -> shares.putIfAbsent(share.where(), share));
                    ofThem(passage, from, sentence, before).forEach(share -> shares.putIfAbsent(share.where(), share));
                    before = sentence;
                    from = to;
                }
            }
        }
        return List.copyOf(shares.values());
    }

    /** Whether it says that all have the attribute. */
    public boolean isAll() {
        return value.value().compareTo(BigDecimal.ONE) == 0;
    }

    /** Adds a finding where some or all of the counts that the share may stand for are small. */
    void judge(Findings findings, ImpliedCounts counts, Settings settings, String message, String that) {
        Smallness smallness = counts.smallness(settings.minCount());
        if (smallness != Smallness.NONE) {
            findings.add(
                    where,
                    null,
                    null,
                    smallness == Smallness.ALL ? Disposition.BREACH : Disposition.NEEDS_EVIDENCE,
                    words -> words.message(message)
                            .because("\"" + text + "\" of " + base + that + counts.inWords() + "; the minimum is "
                                    + settings.minCount())
                            .remedy("Write fewer decimals, round numerator and base, or speak of a wider group.")
                            .value(text));
        }
    }

    /** The percentages of those that the sentence before tells of: {@code Arm A had 62 patients. 4.8% of them relapsed.} */
    private static List<ShareInWords> ofThem(Passage passage, int offset, String text, String before) {
        List<ShareInWords> shares = new ArrayList<>();
        Matcher percent = OF_THEM.matcher(text);
        List<CountPhrase> bases = percent.find() ? phrases(before) : List.of();
        if (bases.size() == 1) {
            do {
                shares.add(share(passage, offset, percent, bases.get(0).n()));
            } while (percent.find());
        }
        return shares;
    }

    private static List<CountPhrase> phrases(String text) {
        return CountPhrases.in(text).stream()
                .filter(phrase -> phrase.kind() == Mention.Kind.PHRASE)
                .toList();
    }

    private static ShareInWords share(Passage passage, int offset, Matcher percent, long base) {
        Printed value = Printed.of(new BigDecimal(percent.group(1))).movePointLeft(2);
        return new ShareInWords(value, base, passage.address(offset + percent.start()), percent.group());
    }

    private static List<ShareInWords> sentence(Passage passage, int offset, String text) {
        List<ShareInWords> shares = new ArrayList<>();
        Matcher percent = PERCENT.matcher(text);
        if (!percent.find()) {
            return shares;
        }
        List<CountPhrase> bases = phrases(text).stream()
                .filter(phrase -> OF_BEFORE
                        .matcher(text.substring(Math.max(0, phrase.from() - NEAR), phrase.from()))
                        .find())
                .toList();
        if (bases.size() != 1) {
            return shares; // none, or several of which nobody says which is meant
        }
        CountPhrase base = bases.get(0);
        do {
            boolean stated = percent.start() > base.from()
                    || OF_BASE.matcher(text.substring(percent.end(), Math.max(percent.end(), base.from())))
                            .find();
            boolean countBeside = percent.start() > 0 && text.charAt(percent.start() - 1) == '(';
            if (stated && !countBeside) {
                shares.add(share(passage, offset, percent, base.n()));
            }
        } while (percent.find());
        return shares;
    }
}
