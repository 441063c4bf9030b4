package dev.sdc.rules.pct;

import dev.sdc.engine.audit.EvidentRounding;
import dev.sdc.engine.evidence.ImpliedCounts;
import dev.sdc.engine.evidence.Printed;
import dev.sdc.engine.evidence.Size;
import dev.sdc.engine.evidence.Smallness;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A share that is held back, and that the others of its line leave of the whole: 100 less 64.3 and 30.0.
 *
 * @param line the shares that it stands among
 * @param rest what they leave
 * @param base the number of units that all of them are shares of
 * @param counts what the rest can stand for
 * @param certain whether the line is known to add up, as others like it do; else it may
 */
record HiddenShare(ShareLine line, Printed rest, Size base, ImpliedCounts counts, boolean certain) {

    /** The shares of a table that can be worked out; the line of a lone column or row is taken to add up where that leaves few. */
    static List<HiddenShare> in(Table table, Shares shares, Settings settings) {
        if (EvidentRounding.isRounded(table, settings)) {
            return List.of(); // what rounded shares leave is uncertain
        }
        List<HiddenShare> found = new ArrayList<>();
        for (List<ShareLine> alike : ShareLine.in(table)) {
            if (alike.stream().allMatch(line -> line.hidden().isEmpty())) {
                continue;
            }
            int adding = 0;
            int others = 0;
            for (ShareLine line : alike) {
                Printed rest = line.rest(shares);
                boolean whole = rest.low().signum() <= 0 && rest.high().signum() >= 0;
                boolean complete = line.hidden().isEmpty();
                adding += complete && whole ? 1 : 0;
                others += (complete && !whole) || rest.high().signum() < 0 ? 1 : 0;
            }
            if (others == 0) {
                boolean someAdd = adding > 0;
                alike.forEach(line -> of(line, someAdd, shares, settings).ifPresent(found::add));
            }
        }
        return found;
    }

    private static Optional<HiddenShare> of(ShareLine line, boolean othersAdd, Shares shares, Settings settings) {
        Printed rest = line.rest(shares);
        if (line.hidden().size() != 1 || rest.high().signum() <= 0) {
            return Optional.empty();
        }
        boolean certain = othersAdd || line.wholePrinted();
        return base(line, shares)
                .flatMap(base -> counts(line, rest, base, shares)
                        .filter(counts -> tells(counts, certain, settings.minCount()))
                        .map(counts -> new HiddenShare(line, rest, base, counts, certain)));
    }

    private static boolean tells(ImpliedCounts counts, boolean certain, int minimum) {
        Smallness smallness = counts.smallness(minimum);
        return smallness == Smallness.ALL || (smallness == Smallness.SOME && certain);
    }

    /** The one base of all shares of the line, as near as each of them gives it. */
    private static Optional<Size> base(ShareLine line, Shares shares) {
        Size common = null;
        for (Quantity share : line.shown()) {
            Optional<Size> own = shares.base(share);
            if (own.isEmpty()) {
                return Optional.empty();
            }
            Size base = own.get();
            if (common != null) {
                long low = Math.max(common.low(), base.low());
                long high = Math.min(common.high(), base.high());
                if (low > high) {
                    return Optional.empty();
                }
                base = new Size(low, high, common.source(), common.place(), common.restsOn());
            }
            common = base;
        }
        return Optional.ofNullable(common);
    }

    /** What the rest can stand for: by its own size, and by what each of the shares leaves of the base. */
    private static Optional<ImpliedCounts> counts(ShareLine line, Printed rest, Size base, Shares shares) {
        Optional<ImpliedCounts> bySize = ImpliedCounts.of(rest, base);
        if (bySize.isEmpty()) {
            return bySize;
        }
        long least = 0;
        long most = 0;
        for (Quantity share : line.shown()) {
            Optional<ImpliedCounts> part = shares.ownCount(share)
                    .map(n -> new ImpliedCounts(n, n))
                    .or(() -> shares.counts(shares.value(share, base), base));
            if (part.isEmpty()) {
                return Optional.empty();
            }
            least += part.get().low();
            most += part.get().high();
        }
        long low = Math.max(bySize.get().low(), base.low() - most);
        long high = Math.min(bySize.get().high(), base.high() - least);
        return low <= high ? Optional.of(new ImpliedCounts(low, high)) : Optional.empty();
    }

    ShareLine.Cell place() {
        return line.hidden().get(0);
    }

    /** The rest and its base in words. */
    String inWords() {
        Quantity like = line.shown().get(0);
        boolean percentage = Shares.whole(like).compareTo(BigDecimal.ONE) > 0;
        String value = (percentage ? rest.value().movePointRight(2) : rest.value()).toPlainString();
        return value + (percentage ? " % of " : " of ") + base.inWords();
    }
}
