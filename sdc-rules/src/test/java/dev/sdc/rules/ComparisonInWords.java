package dev.sdc.rules;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Two numbers that a sentence compares, as in "9 counted here, below the minimum of 10". */
final class ComparisonInWords {
    private static final String NUMBER = "(-?\\d+(?:\\.\\d+)?)(?![\\d.,]*\\d)";
    private static final Pattern COMPARISON = Pattern.compile("(?<![\\w.,/-])" + NUMBER
            + "(?: is| are| counted here)?,? (?:(below)|above) (?:the (?:limit|minimum|maximum) of )?" + NUMBER
            + "(?: times " + NUMBER + ")?");

    private ComparisonInWords() {}

    /** The first that is not so. */
    static Optional<String> falseIn(String sentence) {
        return COMPARISON
                .matcher(sentence)
                .results()
                .filter(each -> !isSo(each))
                .map(MatchResult::group)
                .findFirst();
    }

    private static boolean isSo(MatchResult words) {
        BigDecimal limit = new BigDecimal(words.group(3));
        if (words.group(4) != null) {
            limit = limit.multiply(new BigDecimal(words.group(4)));
        }
        int compared = new BigDecimal(words.group(1)).compareTo(limit);
        return words.group(2) == null ? compared > 0 : compared < 0;
    }
}
