package dev.sdc.rules.sec;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.Sentences;
import dev.sdc.engine.table.Prose;
import dev.sdc.engine.table.Sentence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers of several groups and, in the same order, of those of them that went on: {@code 210 per arm, 205 and 197 completed},
 * {@code 301 (arm A) and 298 (arm B); 294 and 297 of them}.
 */
final class GroupsThatWentOn {
    private static final Pattern LIST = Pattern.compile("\\d\\s{0,3}(?:,|and|und|et|&|versus|vs)");
    private static final Pattern AND = Pattern.compile("^ ?(?:,|,? ?(?:and|und|et|&|versus|vs\\.?)) ?$");
    /** Between the sizes of groups their names may stand. */
    private static final Pattern AND_NAMED = Pattern.compile(
            "^(?: ?\\([^()]{1,40}\\)| \\p{L}+| (?:in|to) (?:the )?[^,;.()]{1,40})? ?(?:,|,? ?(?:and|und|et|&)) ?$");

    private static final Pattern WENT_ON = Pattern.compile(
            "^ ?(?:(?:patients|people|women|men|participants|individuals) )?(?:of (?:them|these|those|whom)|respectively|(?:were |had |have )?(?:completed?|analy[sz]ed"
                    + "|finished|remained|followed|evaluated|evaluable|assessed|treated|started|received|returned|reached|included"
                    + "|retained|consented|attended|survived|alive|responded|eligible)\\b)");
    private static final Pattern PER_GROUP = Pattern.compile(
            "^ ?(?:(?:patients|people|women|men|participants|individuals) )?(?:per|in each|in either|in both|each) ?(?:arm|group|cohort|centre|[.,;)]|$)");

    private static final int NEAR = 80;
    private static final int MOST_GROUPS = 8;

    private final String file;
    private final Sentence sentence;
    private final List<SentenceNumber> numbers;
    private final List<Remainder> found;

    private GroupsThatWentOn(String file, Sentence sentence, List<Remainder> found) {
        this.file = file;
        this.sentence = sentence;
        this.numbers = SentenceNumber.in(sentence);
        this.found = found;
    }

    static List<Remainder> in(Prose prose, Facts facts) {
        List<Remainder> found = new ArrayList<>();
        for (Sentence sentence : Sentences.of(prose, facts)) {
            if (LIST.matcher(sentence.text()).find()) {
                new GroupsThatWentOn(prose.file(), sentence, found).read();
            }
        }
        return found;
    }

    private void read() {
        for (int from = 0; from < numbers.size(); ) {
            int to = listEnd(sentence.text(), numbers, from, AND);
            if (to - from > 1 && to - from <= MOST_GROUPS && wentOn(numbers.get(to - 1))) {
                List<SentenceNumber> parts = numbers.subList(from, to);
                List<SentenceNumber> told = numbers.subList(0, from);
                sizes(sentence.text(), told, parts.size())
                        .ifPresentOrElse(sizes -> add(sizes, parts, true), () -> ofSentenceBefore(told, parts));
            }
            from = to;
        }
    }

    private boolean wentOn(SentenceNumber last) {
        String text = sentence.text();
        return WENT_ON.matcher(
                        SentenceNumber.simple(text.substring(last.to(), Math.min(text.length(), last.to() + NEAR))))
                .find();
    }

    /** Where nothing is told before some numbers, the sizes of the groups may stand in the sentence before. */
    private void ofSentenceBefore(List<SentenceNumber> told, List<SentenceNumber> parts) {
        if (told.isEmpty()) {
            sizes(sentence.before(), SentenceNumber.in(sentence, sentence.before()), parts.size())
                    .ifPresent(sizes -> add(sizes, parts, false));
        }
    }

    /** The sizes of so many groups at the end of some numbers. */
    private static Optional<List<SentenceNumber>> sizes(String text, List<SentenceNumber> told, int groups) {
        if (told.isEmpty()) {
            return Optional.empty();
        }
        SentenceNumber last = told.get(told.size() - 1);
        Matcher each = PER_GROUP.matcher(
                SentenceNumber.simple(text.substring(last.to(), Math.min(text.length(), last.to() + NEAR))));
        if (each.find()) {
            return Optional.of(Collections.nCopies(groups, last));
        }
        int from = told.size() - groups;
        boolean list = from >= 0 && listEnd(text, told, from, AND_NAMED) == told.size();
        return list ? Optional.of(told.subList(from, told.size())) : Optional.empty();
    }

    /** The end of the numbers from one on between which nothing stands but what joins them. */
    private static int listEnd(String text, List<SentenceNumber> numbers, int from, Pattern joined) {
        int to = from + 1;
        while (to < numbers.size()
                && numbers.get(to).from() - numbers.get(to - 1).to() < NEAR
                && joined.matcher(SentenceNumber.simple(text.substring(
                                numbers.get(to - 1).to(), numbers.get(to).from())))
                        .matches()) {
            to++;
        }
        return to;
    }

    private void add(List<SentenceNumber> sizes, List<SentenceNumber> parts, boolean here) {
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).n() > sizes.get(i).n()) {
                return;
            }
        }
        for (int i = 0; i < parts.size(); i++) {
            String where = sentence.address(parts.get(i).from());
            String size = file + "!" + sentence.address(sizes.get(i).from());
            found.add(new Remainder(
                    where,
                    null,
                    null,
                    sizes.get(i).n(),
                    parts.get(i).n(),
                    "of the group left out",
                    here ? Remainder.less(size, List.of(file + "!" + where)) : List.of()));
        }
    }
}
