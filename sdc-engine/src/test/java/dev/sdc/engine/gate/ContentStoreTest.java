package dev.sdc.engine.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentStoreTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private ContentStore store = new ContentStore(Path.of("."));

    @BeforeEach
    void make() {
        store = new ContentStore(folder.resolve("store"));
    }

    @Test
    void aFileIsTakenInUnderItsDigestAndReadOnly() throws Exception {
        Path file = Files.writeString(folder.resolve("t.csv"), "a,b\n1,2\n");

        ContentStore.Stored stored = store.add(file);
        Files.writeString(file, "other");

        assertThat(stored)
                .isEqualTo(new ContentStore.Stored(Digest.of("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8)), 8));
        assertThat(store.bytes(stored.digest()))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("a,b\n1,2\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(store.path(stored.digest()))))
                .isEqualTo("r--------");
        assertThat(store.add(Files.writeString(folder.resolve("u.csv"), "a,b\n1,2\n")))
                .isEqualTo(stored);
        try (var left = Files.list(folder.resolve("store"))) {
            assertThat(left).noneMatch(path -> path.toString().endsWith(".tmp"));
        }
    }

    @Test
    void linksAndFoldersAreRefused() throws Exception {
        Path file = Files.writeString(folder.resolve("t.csv"), "a");
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), file);

        assertThatThrownBy(() -> store.add(link)).isInstanceOf(GateException.class);
        assertThatThrownBy(() -> store.add(folder)).isInstanceOf(GateException.class);
    }

    @Test
    void spoiltAndMissingContentIsFound() throws Exception {
        Digest digest = store.add(new byte[] {1, 2, 3});
        Path place = store.path(digest);
        Files.delete(place);
        assertThatThrownBy(() -> store.bytes(digest)).hasMessageContaining("lacks");
        Files.write(place, new byte[] {1, 2, 4});
        assertThatThrownBy(() -> store.bytes(digest)).hasMessageContaining("damaged");
        Files.delete(place);
        Files.createSymbolicLink(place, Files.write(folder.resolve("x"), new byte[] {1, 2, 3}));
        assertThatThrownBy(() -> store.bytes(digest)).isInstanceOf(GateException.class);
    }
}
