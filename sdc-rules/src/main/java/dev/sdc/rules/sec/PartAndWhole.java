package dev.sdc.rules.sec;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.Sentences;
import dev.sdc.engine.table.Prose;
import dev.sdc.engine.table.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A number of those that were told of, where no word says again who they are: {@code available in 405 of the 412}. */
final class PartAndWhole {
    private static final Pattern BEFORE_ALL = Pattern.compile("\\d\\D{1,40}\\b(?:the|these|those|our|den|diesen)\\b");
    private static final Pattern OF_THE = Pattern.compile(
            "^ (?:\\([^()]{0,20}\\) )?(?:(?:out )?of|von|unter)(?: all)? (?:the|these|those|our|den|diesen)(?: (?:original|eligible|first|same"
                    + "|initial|whole|total))? ?$");
    /** Whoever is meant was named before. */
    private static final Pattern NO_NOUN = Pattern.compile(
            "^ ?(?:$|[.,;:)]|\\(|(?:who|that|with|without|had|have|has|were|was|are|in|at|and|but|could|did|remained|hatten|waren)\\b)");

    /** Of fewer a small number is told in any case, and questions of a score are as few. */
    private static final long FEWEST = 10;

    private static final int NEAR = 40;

    private PartAndWhole() {}

    static List<Remainder> in(Prose prose, Facts facts) {
        List<Remainder> found = new ArrayList<>();
        for (Sentence sentence : Sentences.of(prose, facts)) {
            if (BEFORE_ALL.matcher(sentence.text()).find()) {
                read(prose, sentence, found);
            }
        }
        return found;
    }

    private static void read(Prose prose, Sentence sentence, List<Remainder> found) {
        String text = sentence.text();
        List<SentenceNumber> numbers = SentenceNumber.in(sentence);
        for (int i = 1; i < numbers.size(); i++) {
            SentenceNumber part = numbers.get(i - 1);
            SentenceNumber whole = numbers.get(i);
            if (part.n() >= FEWEST
                    && part.n() <= whole.n()
                    && whole.from() - part.to() < NEAR
                    && OF_THE.matcher(SentenceNumber.simple(text.substring(part.to(), whole.from())))
                            .find()
                    && NO_NOUN.matcher(SentenceNumber.simple(
                                    text.substring(whole.to(), Math.min(text.length(), whole.to() + NEAR))))
                            .find()) {
                String where = sentence.address(part.from());
                found.add(new Remainder(
                        where,
                        null,
                        null,
                        whole.n(),
                        part.n(),
                        "that are not among them",
                        Remainder.less(
                                prose.file() + "!" + sentence.address(whole.from()),
                                List.of(prose.file() + "!" + where))));
            }
        }
    }
}
