package dev.sdc.engine;

import dev.sdc.engine.rule.Profile;
import dev.sdc.engine.rule.ProfileProvider;
import dev.sdc.engine.rule.Profiles;
import dev.sdc.engine.submission.DeclarationException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The default profile, from the folder of the module that packs it. */
public final class TestProfile {
    private static final Path FOLDER = Path.of("../sdc-rules/src/main/resources/dev/sdc/rules/profiles");

    /** The default profile. */
    public static final Profile HANDBOOK = load(Profiles.DEFAULT);

    private TestProfile() {}

    private static Profile load(String name) {
        ProfileProvider folder = new ProfileProvider() {
            @Override
            public List<String> names() {
                return List.of(name);
            }

            @Override
            public Optional<InputStream> open(String asked) throws IOException {
                Path file = FOLDER.resolve(asked + ".yaml");
                return Files.exists(file) ? Optional.of(Files.newInputStream(file)) : Optional.empty();
            }
        };
        try {
            return new Profiles(List.of(folder)).byName(name);
        } catch (DeclarationException e) {
            throw new IllegalStateException(e);
        }
    }
}
