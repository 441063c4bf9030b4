package dev.sdc.engine.evidence;

import java.util.ArrayList;
import java.util.List;

/**
 * The confidence limits of small numbers of events as multiples of the number itself, worked out once for all rates of a
 * table. Immutable.
 */
public final class EventLimits {
    /** The most events whose limits are kept. */
    static final int MOST = 200;

    private record Limits(Interval lower, Interval upper, Interval logNormalLower, Interval logNormalUpper) {}

    private final Confidence level;
    private final List<Limits> limits = new ArrayList<>(MOST);

    /** The limits at a level of confidence. */
    public EventLimits(Confidence level) {
        this.level = level;
        for (int d = 1; d <= MOST; d++) {
            Interval events = Interval.of(d);
            Interval factor = level.normal().dividedBy(events.root()).exp();
            limits.add(new Limits(
                    level.poissonLower(d).dividedBy(events),
                    level.poissonUpper(d).dividedBy(events),
                    Interval.of(1).dividedBy(factor),
                    factor));
        }
    }

    Confidence level() {
        return level;
    }

    /** Whether limits that lie so far below and above a rate are the exact Poisson or the log-normal ones of d events. */
    boolean fit(int d, Interval below, Interval above) {
        Limits of = limits.get(d - 1);
        return (below.meets(of.lower) && above.meets(of.upper))
                || (below.meets(of.logNormalLower) && above.meets(of.logNormalUpper));
    }
}
