package dev.sdc.rules.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import net.jqwik.api.Example;

class SecretTest {
    @Example
    void whatOpensOrMapsTheEnvironment() {
        assertThat(Stream.of(
                        "pwd = 'hunter22'",
                        "password: Summ3r-time",
                        "api_key <- \"abcd1234\"",
                        "-----BEGIN RSA PRIVATE KEY-----",
                        "url = 'https://user:secret@example.org/x'",
                        "jdbc:postgresql:reg",
                        "postgresql://db/reg",
                        "Server=sql07;Database=reg",
                        "Driver={SQL Server}",
                        "\\\\server01\\share$",
                        "use \"\\\\\\\\nas\\\\data\"",
                        "host = \"sql07\"",
                        "db.registry.internal",
                        "ping 192.168.1.20",
                        "ssh 10.1.2.3",
                        "setwd(\"C:/Users/analyst/x\")",
                        "read.csv('/home/analyst/d.csv')",
                        "libname a '/data/registry';",
                        "~/project/extract/d.csv",
                        "log: S:\\reg\\fit.log"))
                .allSatisfy(line -> assertThat(Secret.in(line)).as(line).isPresent());
    }

    @Example
    void whatAnyScriptMayHold() {
        assertThat(Stream.of(
                        "#!/usr/bin/env Rscript",
                        "write.csv(x, \"output/table.csv\")",
                        "source('../lib/f.R')",
                        "y ~ x/z",
                        "token = next(it)",
                        "password = os.environ['PW']",
                        "pwd <- Sys.getenv(\"PW\")",
                        "# see https://example.org/home/page",
                        "a / data / b",
                        "x <- gsub('\\\\s+', '', y)",
                        "version 10.2.1",
                        "\\hline \\\\ \\midrule",
                        "ratio: 1/2",
                        "stage: I",
                        "t: 3.2",
                        "def password(self):",
                        "import keyring"))
                .allSatisfy(line -> assertThat(Secret.in(line)).as(line).isEmpty());
    }

    @Example
    void theFirstInALineIsTold() {
        assertThat(Secret.in("ssh 10.1.2.3; cd /mnt/registry").orElseThrow())
                .isEqualTo(new Secret("a network address", 4));
        assertThat(Secret.in("cd /mnt/registry; ssh 10.1.2.3").orElseThrow())
                .isEqualTo(new Secret("a path of the environment", 3));
    }

    @Example
    void farBehindInALongLine() {
        for (int at : new int[] {18_990, 18_999, 19_000, 19_990, 19_999, 20_000, 37_990, 45_000}) {
            String line = "x".repeat(at - 1) + " 192.168.1.20 ssh 10.1.2.3";
            assertThat(Secret.in(line).orElseThrow()).as("at %d", at).isEqualTo(new Secret("a network address", at));
        }
        assertThat(Secret.in("x".repeat(60_000))).isEmpty();
    }
}
