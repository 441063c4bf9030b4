package dev.sdc.benchmarks.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Changes workbooks where programs look: their archive, and the elements, attributes and texts of their parts. */
final class WorkbookEdits implements Edits {
    private static final Pattern ATTRIBUTE = Pattern.compile("([\\w:]+)=\"([^\"]*)\"");
    private static final Pattern ELEMENT = Pattern.compile("<[^<>]{1,300}>");
    private static final List<String> VALUES = List.of(
            "",
            "0",
            "-1",
            "1",
            "true",
            "hidden",
            "2147483648",
            "99999999999999999999",
            "1E308",
            "NaN",
            "A1:XFD1048576",
            "XFD1048576",
            "../../x",
            "&#0;",
            "\u202e",
            "\ud83d",
            "s",
            "str",
            "inlineStr",
            "b",
            "e",
            "d",
            "#REF!");

    /** The parts of an archive as the JDK reads them, the first of each name. */
    static Map<String, byte[]> parts(byte[] archive) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.putIfAbsent(entry.getName(), zip.readNBytes(1 << 24));
            }
        } catch (IOException | IllegalArgumentException e) {
            // what was read before the fault
        }
        return parts;
    }

    @Override
    public byte[] edited(byte[] archive, Random random) {
        byte[] bytes = archive;
        for (int i = 0; i <= random.nextInt(3); i++) {
            bytes = random.nextInt(3) == 0 ? archiveBytes(bytes, random) : parts(bytes, random.nextInt(6), random);
        }
        return bytes;
    }

    private static byte[] archiveBytes(byte[] bytes, Random random) {
        if (bytes.length < 8) {
            return bytes;
        }
        int at = random.nextInt(bytes.length);
        switch (random.nextInt(5)) {
            case 0 -> {
                return Arrays.copyOf(bytes, at);
            }
            case 1 -> {
                byte[] flipped = bytes.clone();
                flipped[at] ^= (byte) (1 << random.nextInt(8));
                return flipped;
            }
            case 2 -> {
                return joined(bytes, "943 476 5919;71;III\n".getBytes(StandardCharsets.UTF_8));
            }
            case 3 -> {
                return joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, Math.max(0, at - 40), bytes.length));
            }
            default -> {
                // the table of contents, where sizes, offsets and names stand
                byte[] changed = bytes.clone();
                int end = Math.max(0, bytes.length - 1 - random.nextInt(Math.min(bytes.length, 900)));
                changed[end] = (byte) random.nextInt(256);
                return changed;
            }
        }
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private static byte[] parts(byte[] bytes, int how, Random random) {
        Map<String, byte[]> parts = parts(bytes);
        if (parts.isEmpty()) {
            return bytes;
        }
        List<String> names = new ArrayList<>(parts.keySet());
        String name = names.get(random.nextInt(names.size()));
        String other = names.get(random.nextInt(names.size()));
        String renamed = null;
        switch (how) {
            case 0 -> parts.remove(name);
            case 1 -> parts.put(name, parts.getOrDefault(other, new byte[0]));
            case 2 -> renamed = name.toUpperCase(Locale.ROOT);
            default -> parts.put(name, xml(parts.getOrDefault(name, new byte[0]), random));
        }
        return zip(parts, renamed == null ? "" : name, renamed == null ? "" : renamed, random.nextInt(2));
    }

    private static byte[] xml(byte[] part, Random random) {
        String text = new String(part, StandardCharsets.ISO_8859_1);
        String changed = switch (random.nextInt(6)) {
            case 0, 1 -> attribute(text, random);
            case 2 -> element(text, true, random);
            case 3 -> element(text, false, random);
            case 4 -> text.isEmpty() ? text : text.substring(0, random.nextInt(text.length()));
            default -> text.replaceFirst("\\d+", String.valueOf(random.nextInt(2000) - 100));
        };
        return changed.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String attribute(String text, Random random) {
        Matcher attributes = ATTRIBUTE.matcher(text);
        List<int[]> places = new ArrayList<>();
        while (attributes.find() && places.size() < 500) {
            places.add(new int[] {attributes.start(2), attributes.end(2)});
        }
        if (places.isEmpty()) {
            return text;
        }
        int[] place = places.get(random.nextInt(places.size()));
        int[] other = places.get(random.nextInt(places.size()));
        String value =
                random.nextBoolean() ? VALUES.get(random.nextInt(VALUES.size())) : text.substring(other[0], other[1]);
        return text.substring(0, place[0]) + value + text.substring(place[1]);
    }

    private static String element(String text, boolean twice, Random random) {
        Matcher elements = ELEMENT.matcher(text);
        List<int[]> places = new ArrayList<>();
        while (elements.find() && places.size() < 500) {
            places.add(new int[] {elements.start(), elements.end()});
        }
        if (places.isEmpty()) {
            return text;
        }
        int first = random.nextInt(places.size());
        int last = Math.min(places.size() - 1, first + random.nextInt(4));
        int from = places.get(first)[0];
        int to = places.get(last)[1];
        return twice
                ? text.substring(0, to) + text.substring(from, to) + text.substring(to)
                : text.substring(0, from) + text.substring(to);
    }

    private static byte[] zip(Map<String, byte[]> parts, String old, String renamed, int level) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(level);
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey().equals(old) ? renamed : part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException | IllegalArgumentException e) {
            return bytes.toByteArray(); // a name that no archive can hold
        }
        return bytes.toByteArray();
    }
}
