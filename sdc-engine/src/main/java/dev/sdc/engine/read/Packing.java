package dev.sdc.engine.read;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes readings, and what is to be read, as bytes: records by their components, lists, maps, texts, numbers and grids, and
 * nothing else. {@link Unpacking} is the other way. Not thread-safe.
 */
public final class Packing {
    static final int NULL = 0;
    static final int NARROW = 1;
    static final int WIDE = 2;
    static final int INT = 3;
    static final int LONG = 4;
    static final int BOOLEAN = 5;
    static final int CHARACTER = 6;
    static final int DECIMAL = 7;
    static final int ENUM = 8;
    static final int LIST = 9;
    static final int RECORD = 10;
    static final int GRID = 11;
    static final int BYTES = 12;
    static final int ROWS = 13;
    static final int AGAIN = 14;
    static final int MAP = 15;

    /** More at once would be copied by the runtime on its way to a pipe. */
    private static final int PIECE = 8192;

    private final DataOutputStream out;
    private final Map<Class<?>, Integer> classes = new HashMap<>();
    private final IdentityHashMap<List<?>, Integer> lists = new IdentityHashMap<>();

    private Packing(DataOutputStream out) {
        this.out = out;
    }

    /** The bytes of a record. */
    public static byte[] of(Record value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            new Packing(new DataOutputStream(bytes)).write(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // the bytes go to memory
        }
        return bytes.toByteArray();
    }

    /** Sends how many bytes a record has, and these bytes, which are never held as a whole. */
    public static void send(Record value, DataOutputStream target) throws IOException {
        DataOutputStream counted = new DataOutputStream(OutputStream.nullOutputStream());
        new Packing(counted).write(value);
        if (counted.size() == Integer.MAX_VALUE) {
            throw new IOException("more than can be sent");
        }
        target.writeInt(counted.size());
        new Packing(target).write(value);
        target.flush();
    }

    private void write(@Nullable Object value) throws IOException {
        if (value == null) {
            out.writeByte(NULL);
        } else if (value instanceof String text) {
            text(text);
        } else if (value instanceof Integer number) {
            out.writeByte(INT);
            out.writeInt(number);
        } else if (value instanceof Long number) {
            out.writeByte(LONG);
            out.writeLong(number);
        } else if (value instanceof Boolean truth) {
            out.writeByte(BOOLEAN);
            out.writeBoolean(truth);
        } else if (value instanceof Character character) {
            out.writeByte(CHARACTER);
            out.writeChar(character);
        } else if (value instanceof BigDecimal number) {
            out.writeByte(DECIMAL);
            text(number.unscaledValue().toString());
            out.writeInt(number.scale());
        } else if (value instanceof Enum<?> one) {
            out.writeByte(ENUM);
            type(one.getDeclaringClass());
            text(one.name());
        } else if (value instanceof List<?> list) {
            list(list);
        } else if (value instanceof Map<?, ?> map) {
            out.writeByte(MAP);
            out.writeInt(map.size());
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                write(entry.getKey());
                write(entry.getValue());
            }
        } else if (value instanceof Record record) {
            out.writeByte(RECORD);
            record(record);
        } else if (value instanceof Grid grid) {
            out.writeByte(GRID);
            grid(grid);
        } else if (value instanceof byte[] content) {
            out.writeByte(BYTES);
            out.writeInt(content.length);
            for (int at = 0; at < content.length; at += PIECE) {
                out.write(content, at, Math.min(PIECE, content.length - at));
            }
        } else if (value instanceof long[][] rows) {
            out.writeByte(ROWS);
            rows(rows);
        } else {
            throw new IllegalArgumentException(
                    "nothing packs a " + value.getClass().getName());
        }
    }

    private void text(String text) throws IOException {
        boolean narrow = isNarrow(text);
        out.writeByte(narrow ? NARROW : WIDE);
        out.writeInt(text.length());
        if (narrow) {
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        } else {
            out.writeChars(text);
        }
    }

    private static boolean isNarrow(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0xFF) {
                return false;
            }
        }
        return true;
    }

    /** A class by its name where it comes first, then by its number. */
    private void type(Class<?> type) throws IOException {
        Integer known = classes.putIfAbsent(type, classes.size());
        out.writeInt(known == null ? classes.size() - 1 : known);
        if (known == null) {
            text(type.getName());
        }
    }

    private void list(List<?> list) throws IOException {
        Integer known = lists.get(list);
        if (known != null) {
            out.writeByte(AGAIN);
            out.writeInt(known);
            return;
        }
        out.writeByte(LIST);
        out.writeInt(list.size());
        for (Object each : list) {
            write(each);
        }
        lists.put(list, lists.size());
    }

    private void record(Record record) throws IOException {
        type(record.getClass());
        try {
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                component.getAccessor().setAccessible(true); // a record of another package of this module
                write(component.getAccessor().invoke(record));
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e); // the components of a record give themselves
        }
    }

    private void grid(Grid grid) throws IOException {
        Grid.Contents contents = grid.contents();
        write(contents.sheet());
        out.writeInt(contents.rows());
        rows(contents.columns());
        out.writeInt(contents.texts().size());
        for (int code = 0; code < contents.texts().size(); code++) {
            text(contents.texts().get(code));
        }
        out.writeInt(contents.scales());
        write(contents.style());
        write(contents.layout());
        write(contents.places());
    }

    private void rows(long[][] rows) throws IOException {
        out.writeInt(rows.length);
        for (long[] row : rows) {
            out.writeInt(row.length);
            for (long each : row) {
                out.writeLong(each);
            }
        }
    }
}
