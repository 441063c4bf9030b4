package dev.sdc.rules.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class RecordKeyTest {
    @Property
    void everyUuidAndDigestIsAPseudonym(@ForAll long high, @ForAll long low) {
        UUID uuid = new UUID(high, low);
        String hex = uuid.toString().replace("-", "");
        assertThat(Stream.of(uuid.toString(), "{" + uuid + "}", hex, hex + hex)).allMatch(RecordKey::isPseudonym);
    }

    @Example
    void codesHaveDigitsAndNoSpaces() {
        assertThat(Stream.of("K0001", "4410982", "A-12_b", "0d1f7d43")).allMatch(RecordKey::isCode);
        assertThat(Stream.of("North", "61.2", "-12", "a b1", "", "40%")).noneMatch(RecordKey::isCode);
        assertThat(Stream.of("0d1f7d4", "0d1f7d4g", "stage II")).noneMatch(RecordKey::isHex);
    }
}
