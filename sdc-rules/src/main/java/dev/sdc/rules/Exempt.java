package dev.sdc.rules;

import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.Settings.Exemption;
import java.util.Locale;
import java.util.Optional;

/** Says why a profile exempts a kind of statistic. */
public final class Exempt {
    private Exempt() {}

    /** The reason, or empty when the profile tests this kind. */
    public static Optional<String> from(Settings settings, Exemption kind) {
        return settings.exempt().contains(kind)
                ? Optional.of("the profile exempts " + kind.name().toLowerCase(Locale.ROOT))
                : Optional.empty();
    }
}
