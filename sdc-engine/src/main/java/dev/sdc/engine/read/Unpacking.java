package dev.sdc.engine.read;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link Packing} wrote. The bytes come from a process that read a hostile file, and may be anything: no class
 * is made but records and enumerations of the readers, and nothing is made larger than the bytes that are there.
 */
public final class Unpacking {
    private static final List<String> PACKAGES =
            List.of("dev.sdc.engine.read.", "dev.sdc.engine.intake.", "dev.sdc.engine.submission.ColumnRole");

    private final DataInputStream in;
    private final List<Class<?>> classes = new ArrayList<>();
    private final List<List<?>> lists = new ArrayList<>();

    private Unpacking(InputStream source, int length) {
        this.in = new DataInputStream(new Bounded(source, length));
    }

    /**
     * The record that was packed.
     *
     * @throws IOException if the bytes are no such record
     */
    public static <T> T of(byte[] bytes, Class<T> type) throws IOException {
        return of(new ByteArrayInputStream(bytes), bytes.length, type);
    }

    /**
     * The record that was packed into so many bytes of a stream, which are not held beside it. For a stream that is trusted:
     * its length is believed.
     *
     * @throws IOException if the bytes are no such record
     */
    public static <T> T of(InputStream source, int length, Class<T> type) throws IOException {
        try {
            return Objects.requireNonNull(type.cast(new Unpacking(source, length).read()));
        } catch (RuntimeException | ReflectiveOperationException | StackOverflowError e) {
            throw new IOException("what came back is no reading", e);
        }
    }

    private @Nullable Object read() throws IOException, ReflectiveOperationException {
        int kind = in.readByte();
        return switch (kind) {
            case Packing.NULL -> null;
            case Packing.NARROW, Packing.WIDE -> text(kind);
            case Packing.INT -> in.readInt();
            case Packing.LONG -> in.readLong();
            case Packing.BOOLEAN -> in.readBoolean();
            case Packing.CHARACTER -> in.readChar();
            case Packing.DECIMAL -> new BigDecimal(new BigInteger(text(in.readByte())), in.readInt());
            case Packing.ENUM -> constant(type(), text(in.readByte()));
            case Packing.LIST -> list();
            case Packing.AGAIN -> lists.get(in.readInt());
            case Packing.MAP -> map();
            case Packing.RECORD -> record();
            case Packing.GRID -> grid();
            case Packing.BYTES -> bytes();
            case Packing.ROWS -> rows();
            default -> throw new IOException("nothing is packed as " + kind);
        };
    }

    private static Object constant(Class<?> type, String name) throws IOException {
        Object[] constants = type.getEnumConstants();
        for (Object each : constants == null ? new Object[0] : constants) {
            if (each instanceof Enum<?> one && one.name().equals(name)) {
                return one;
            }
        }
        throw new IOException("no such constant");
    }

    /** A length that the bytes which are left can fill. */
    private int length(int bytesOfEach) throws IOException {
        int length = in.readInt();
        if (length < 0 || (long) length * bytesOfEach > in.available()) {
            throw new EOFException();
        }
        return length;
    }

    private byte[] bytes() throws IOException {
        byte[] bytes = new byte[length(1)];
        in.readFully(bytes);
        return bytes;
    }

    private String text(int kind) throws IOException {
        if (kind != Packing.NARROW && kind != Packing.WIDE) {
            throw new IOException("no text");
        }
        if (kind == Packing.NARROW) {
            return new String(bytes(), StandardCharsets.ISO_8859_1);
        }
        char[] text = new char[length(2)];
        for (int i = 0; i < text.length; i++) {
            text[i] = in.readChar();
        }
        return new String(text);
    }

    private Class<?> type() throws IOException, ClassNotFoundException {
        int number = in.readInt();
        if (number == classes.size()) {
            String name = text(in.readByte());
            if (PACKAGES.stream().noneMatch(name::startsWith)) {
                throw new IOException("no class of the readers");
            }
            Class<?> type = Class.forName(name, false, Unpacking.class.getClassLoader());
            if (!type.isRecord() && !type.isEnum()) {
                throw new IOException("neither a record nor an enumeration");
            }
            classes.add(type);
        }
        return classes.get(number);
    }

    private List<?> list() throws IOException, ReflectiveOperationException {
        int length = length(1);
        List<@Nullable Object> list = new ArrayList<>(length);
        for (int i = 0; i < length; i++) {
            list.add(read());
        }
        List<?> fixed = Collections.unmodifiableList(list);
        lists.add(fixed);
        return fixed;
    }

    private Map<?, ?> map() throws IOException, ReflectiveOperationException {
        int length = length(2);
        Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i < length; i++) {
            map.put(read(), read());
        }
        return Collections.unmodifiableMap(map);
    }

    private Object record() throws IOException, ReflectiveOperationException {
        Class<?> type = type();
        RecordComponent[] components = type.getRecordComponents();
        @Nullable Object[] values = new @Nullable Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = read();
            if (!isOf(components[i].getGenericType(), values[i])) {
                throw new IOException("no such component");
            }
        }
        Constructor<?> constructor = type.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        constructor.setAccessible(true); // a record of another package of this module
        return constructor.newInstance(values);
    }

    /** Whether a value is what a component holds, down to what its lists hold; the constructor sees to the rest. */
    private static boolean isOf(Type type, @Nullable Object value) {
        if (type instanceof ParameterizedType of && value instanceof Collection<?> list) {
            Type each = of.getActualTypeArguments()[0];
            return list.stream().allMatch(element -> isElement(each, element));
        }
        if (type instanceof ParameterizedType of && value instanceof Map<?, ?> map) {
            Type[] types = of.getActualTypeArguments();
            return map.entrySet().stream()
                    .allMatch(entry -> isElement(types[0], entry.getKey()) && isElement(types[1], entry.getValue()));
        }
        return true;
    }

    private static boolean isElement(Type type, @Nullable Object value) {
        if (value == null || type instanceof WildcardType) {
            return true;
        }
        Type raw = type instanceof ParameterizedType of ? of.getRawType() : type;
        return raw instanceof Class<?> held && held.isInstance(value) && isOf(type, value);
    }

    private Grid grid() throws IOException, ReflectiveOperationException {
        String sheet = (String) read();
        int rows = in.readInt();
        long[][] columns = rows();
        int count = length(5);
        long characters = 0;
        List<String> texts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            String text = text(in.readByte());
            characters += text.length();
            texts.add(text);
        }
        TextPool pool = new TextPool(count, characters);
        for (String text : texts) {
            if (pool.code(text.toCharArray(), 0, text.length()) < 0) {
                throw new IOException("more texts than there are");
            }
        }
        int scales = in.readInt();
        NumberStyle style = (NumberStyle) read();
        Grid.Layout layout = (Grid.Layout) read();
        Places places = (Places) read();
        if (style == null || layout == null || pool.size() != count || !fits(columns, rows, count)) {
            throw new IOException("no grid");
        }
        return new Grid(sheet, rows, columns, pool, scales, style, layout, places);
    }

    /** Whether every column has its rows, and every text is there. */
    private static boolean fits(long[][] columns, int rows, int texts) {
        for (long[] column : columns) {
            if (column.length < rows) {
                return false;
            }
            for (long cell : column) {
                if (!Grid.isKnown(cell, texts)) {
                    return false;
                }
            }
        }
        return rows >= 0;
    }

    private long[][] rows() throws IOException {
        long[][] rows = new long[length(4)][];
        for (int r = 0; r < rows.length; r++) {
            rows[r] = new long[length(8)];
            for (int i = 0; i < rows[r].length; i++) {
                rows[r][i] = in.readLong();
            }
        }
        return rows;
    }

    /** So many bytes of a stream, and how many are left; in pieces, since the runtime copies each on its way from a pipe. */
    private static final class Bounded extends FilterInputStream {
        private static final int PIECE = 8192;

        private int left;

        Bounded(InputStream source, int length) {
            super(source);
            this.left = length;
        }

        @Override
        public int available() {
            return left;
        }

        @Override
        public int read() throws IOException {
            int value = left == 0 ? -1 : super.read();
            left -= value < 0 ? 0 : 1;
            return value;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (left == 0) {
                return length == 0 ? 0 : -1;
            }
            int read = super.read(target, offset, Math.min(PIECE, Math.min(length, left)));
            left -= Math.max(0, read);
            return read;
        }
    }
}
