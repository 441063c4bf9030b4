package dev.sdc.rules;

import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.Settings.Exemption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Kinds of statistics that a profile exempts: they pass untested, which is an answer and no gap. */
public final class Exempt {
    private Exempt() {}

    /** The outcome of a rule on an exempt kind, or empty when the profile tests it. */
    public static Optional<Outcome> from(Settings settings, Exemption kind) {
        return settings.exempt().contains(kind)
                ? Optional.of(new Outcome.Passed(
                        "nothing: the profile exempts " + kind.name().toLowerCase(Locale.ROOT), List.of()))
                : Optional.empty();
    }
}
