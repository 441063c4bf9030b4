package dev.sdc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VersionTest {

    @Test
    void is_the_one_the_build_wrote() {
        assertThat(new Version().getVersion()).singleElement().asString().matches("sdc \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
    }
}
