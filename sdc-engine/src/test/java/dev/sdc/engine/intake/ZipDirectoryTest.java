package dev.sdc.engine.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class ZipDirectoryTest {

    @Test
    void listsAndOpensEntries() throws IOException {
        ZipDirectory zip = of(zip("hello"));
        assertThat(zip.entries()).extracting(ZipDirectory.Entry::name).containsExactly("a.txt", "b.txt");
        assertThat(zip.comment()).isEqualTo(5);
        assertThat(zip.trailing()).isZero();
        ZipDirectory.Entry second = zip.find("b.txt");
        assertThat(second).isNotNull();
        assertThat(new String(zip.open(second).readAllBytes(), UTF_8)).isEqualTo("b".repeat(1000));
        assertThat(zip.find("c.txt")).isNull();
    }

    @Test
    void countsWhatFollowsTheEnd() {
        byte[] bytes = zip("");
        assertThat(of(Arrays.copyOf(bytes, bytes.length + 7)).trailing()).isEqualTo(7);
    }

    @Test
    void aCutOffOrPrefixedArchiveIsNone() {
        byte[] bytes = zip("");
        assertThat(ZipDirectory.of(Arrays.copyOf(bytes, bytes.length - 10))).isNull();
        byte[] prefixed = new byte[bytes.length + 4];
        System.arraycopy(bytes, 0, prefixed, 4, bytes.length);
        assertThat(ZipDirectory.of(prefixed)).isNull();
        assertThat(ZipDirectory.of(new byte[0])).isNull();
    }

    @Test
    void anEntryThatLeadsOutOfTheFileDoesNotOpen() {
        ZipDirectory zip = of(zip(""));
        ZipDirectory.Entry far = new ZipDirectory.Entry("x", 0, 8, 10, 10, 0x7FFFFFF0L, 0);
        ZipDirectory.Entry encrypted = new ZipDirectory.Entry("x", 1, 8, 10, 10, 0, 0);
        ZipDirectory.Entry unusual = new ZipDirectory.Entry("x", 0, 99, 10, 10, 0, 0);
        ZipDirectory.Entry longer = new ZipDirectory.Entry("x", 0, 8, 100_000, 10, 0, 0);
        for (ZipDirectory.Entry entry : new ZipDirectory.Entry[] {far, encrypted, unusual, longer}) {
            assertThatThrownBy(() -> zip.open(entry)).isInstanceOf(IOException.class);
        }
    }

    @Property
    void noChangedByteThrowsAnythingElse(@ForAll @IntRange(max = 2000) int place, @ForAll byte value) {
        byte[] bytes = zip("c");
        bytes[place % bytes.length] = value;
        ZipDirectory zip = ZipDirectory.of(bytes);
        if (zip == null) {
            return;
        }
        for (ZipDirectory.Entry entry : zip.entries()) {
            try {
                zip.open(entry).readAllBytes();
            } catch (IOException e) {
                assertThat(e).isNotNull(); // said, not thrown past the caller
            }
        }
    }

    private static ZipDirectory of(byte[] bytes) {
        ZipDirectory zip = ZipDirectory.of(bytes);
        assertThat(zip).isNotNull();
        return zip;
    }

    private static byte[] zip(String comment) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name : new String[] {"a", "b"}) {
                zip.putNextEntry(new ZipEntry(name + ".txt"));
                zip.write(name.repeat(1000).getBytes(UTF_8));
                zip.closeEntry();
            }
            zip.setComment(comment);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }
}
