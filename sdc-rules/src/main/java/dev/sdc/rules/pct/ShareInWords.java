package dev.sdc.rules.pct;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.ImpliedCounts;
import dev.sdc.engine.evidence.Printed;
import dev.sdc.engine.evidence.Sentences;
import dev.sdc.engine.evidence.Smallness;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.table.Prose;
import dev.sdc.engine.table.Sentence;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * A share in running text whose base stands beside it: {@code Of 212 patients, 1.4% relapsed}, {@code 87.5% in the 16
 * patients}, {@code half of the 14 patients}.
 *
 * @param value the share between 0 and 1
 * @param base the number of units it is a share of
 * @param counted whether the number that it is of them is told as well
 * @param where its place
 * @param text the share as it is written
 * @param sentence what it is told in
 */
public record ShareInWords(Printed value, long base, boolean counted, String where, String text, String sentence) {
    private record Key(String output) {}

    private record All(List<ShareInWords> shares) {}

    /** The shares in a text, in its order; found once for all rules. */
    public static List<ShareInWords> in(Prose prose, Facts facts) {
        return facts.together(new Key(prose.id()), All.class, () -> new All(found(prose, facts)))
                .shares();
    }

    private static List<ShareInWords> found(Prose prose, Facts facts) {
        Map<String, ShareInWords> shares = new LinkedHashMap<>();
        for (Sentence sentence : Sentences.of(prose, facts)) {
            List<WrittenShare> written = WrittenShare.in(sentence);
            if (!written.isEmpty()) {
                ToldBases bases = new ToldBases(sentence, written);
                for (WrittenShare share : written) {
                    boolean counted = bases.isPartTold(share);
                    OptionalLong base = counted ? bases.whole(share) : bases.of(share);
                    if (base.isPresent()) {
                        String where = sentence.address(share.from());
                        shares.putIfAbsent(
                                where,
                                new ShareInWords(
                                        share.value(),
                                        base.getAsLong(),
                                        counted,
                                        where,
                                        sentence.words(share.from(), share.to()),
                                        sentence.text()));
                    }
                }
            }
        }
        return List.copyOf(shares.values());
    }

    /** Whether it says that all have the attribute. */
    public boolean isAll() {
        return value.value().compareTo(BigDecimal.ONE) == 0;
    }

    /** Whether it says that none has the attribute. */
    public boolean isNone() {
        return value.value().signum() == 0;
    }

    /** Adds a finding where some or all of the counts that the share may stand for are small. CLS-004 judges all and none. */
    void judge(Findings findings, ImpliedCounts counts, Settings settings, String message, String that) {
        Smallness smallness = counted || isAll() || isNone() ? Smallness.NONE : counts.smallness(settings.minCount());
        if (smallness != Smallness.NONE) {
            findings.add(
                    where,
                    null,
                    null,
                    Disposition.of(smallness, Disposition.NEEDS_EVIDENCE),
                    words -> words.message(message)
                            .because("\"" + text + "\" of " + base + that + counts.inWords() + "; the minimum is "
                                    + settings.minCount())
                            .remedy("Write fewer decimals, round numerator and base, or speak of a wider group.")
                            .value(text));
        }
    }
}
