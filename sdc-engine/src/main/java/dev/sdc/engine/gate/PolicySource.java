package dev.sdc.engine.gate;

import dev.sdc.engine.rule.Profile;
import dev.sdc.engine.submission.DeclarationException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the profile that decides on a request is read from, at the check and again whenever its outcome counts. */
@FunctionalInterface
public interface PolicySource {
    /**
     * The profile as it is now.
     *
     * @param floor what the gate demands at least, or null
     * @param named the profiles that the request names
     */
    Profile profile(@Nullable String floor, List<String> named) throws DeclarationException;
}
