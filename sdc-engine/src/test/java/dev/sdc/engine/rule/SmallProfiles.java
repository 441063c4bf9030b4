package dev.sdc.engine.rule;

import dev.sdc.engine.submission.DeclarationException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A profile for tests of what comes after the check. */
public final class SmallProfiles {
    private SmallProfiles() {}

    /** The default profile, as tests have it. */
    public static Profile profile() {
        return chosen(null);
    }

    /** The default profile but for one parameter. */
    public static Profile with(String parameter, String value) {
        return chosen("other", TestProfiles.child("other", parameter, value));
    }

    private static Profile chosen(@Nullable String name, String... texts) {
        try {
            return TestProfiles.with(texts).chosen(name, List.of());
        } catch (DeclarationException e) {
            throw new IllegalStateException(e);
        }
    }
}
