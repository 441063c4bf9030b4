package dev.sdc.engine.release;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.sshd.common.util.security.SecurityUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the SSH library has its algorithms from: a provider beside the JDK must not take the fast ones over. */
class CiphersTest {
    @ParameterizedTest
    @ValueSource(strings = {"AES/GCM/NoPadding", "AES/CTR/NoPadding"})
    void bytesAreEncryptedByTheJdk(String cipher) throws Exception {
        assertThat(SecurityUtils.getCipher(cipher).getProvider().getName()).isEqualTo("SunJCE");
    }

    @Test
    void keysAreThoseOfTheLibrarysSupport() {
        assertThat(SecurityUtils.getEdDSASupport()).isPresent();
    }
}
