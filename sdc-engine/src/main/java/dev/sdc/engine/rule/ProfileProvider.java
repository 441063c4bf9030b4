package dev.sdc.engine.rule;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** Brings the profiles of one jar; found as a service. */
public interface ProfileProvider {
    /** The names of the profiles, in order. */
    List<String> names();

    /** The YAML of a profile, or empty where the jar has none of this name. */
    Optional<InputStream> open(String name) throws IOException;
}
