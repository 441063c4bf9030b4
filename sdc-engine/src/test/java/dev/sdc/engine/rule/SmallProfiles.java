package dev.sdc.engine.rule;

import dev.sdc.engine.submission.DeclarationException;
import java.util.List;

/** A profile for tests of what comes after the check. */
public final class SmallProfiles {
    private SmallProfiles() {}

    /** The default profile, as tests have it. */
    public static Profile profile() {
        try {
            return TestProfiles.with().chosen(null, List.of());
        } catch (DeclarationException e) {
            throw new IllegalStateException(e);
        }
    }
}
