package dev.sdc.engine.read.acro;

import dev.sdc.engine.read.acro.Session.Cell;
import dev.sdc.engine.read.acro.Session.Claim;
import dev.sdc.engine.read.acro.Session.ClaimedFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads {@code results.json} of an ACRO session, in the schema of its versions 0.4 and 1.0, and tells its other files.
 *
 * <p>Whatever the bytes hold, nothing is thrown.
 */
public final class SessionReader {
    /** A key that stands twice could say one thing to this reader and another to the next. */
    private static final ObjectReader READER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build()
            .reader();

    private static final int MOST_BYTES = 64 << 20;
    private static final int MOST_CELLS = 100_000;

    private static final Pattern DIGEST = Pattern.compile("[0-9a-fA-F]{64}\\s{0,2}");
    private static final Pattern FUNCTIONS =
            Pattern.compile("aggfunc\\s{0,8}=\\s{0,8}(\\[[^\\]]{0,200}\\]|[^,)\\]]{1,60})");
    private static final Pattern FUNCTION = Pattern.compile("[A-Za-z]{2,30}");
    /** The statistics by which version 1.0 heads its checks. */
    private static final Pattern STATISTIC = Pattern.compile("(?m)^([A-Za-z]{2,40}) : ?$");

    private static final Set<String> COUNTS =
            Set.of("count", "size", "frequencytable", "histogram", "piechart", "np", "numpy", "kaplanmeier");

    private SessionReader() {}

    /** What a file is to a session. */
    public static SessionFile read(byte[] bytes) {
        return json(bytes).map(SessionReader::read).orElseGet(SessionFile.None::new);
    }

    private static SessionFile read(JsonNode root) {
        if (root.path("version").isString() && root.path("results").isObject()) {
            return session(root).<SessionFile>map(SessionFile.Claims::new).orElseGet(SessionFile.None::new);
        }
        boolean settings =
                root.path("safe_threshold").isNumber() && root.values().stream().allMatch(SessionReader::isSetting);
        return settings ? new SessionFile.Settings() : new SessionFile.None();
    }

    /** The digest that a checksum file holds, in lower case; empty where it holds anything else. */
    public static Optional<String> digest(byte[] bytes) {
        if (bytes.length < 64 || bytes.length > 66) {
            return Optional.empty();
        }
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return DIGEST.matcher(text).matches() ? Optional.of(text.strip().toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    private static Optional<JsonNode> json(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            return Optional.empty();
        }
        try {
            JsonNode root = READER.readTree(bytes);
            return root != null && root.isObject() ? Optional.of(root) : Optional.empty();
        } catch (JacksonException | NumberFormatException e) { // a number of an exponent that no program has room for
            return Optional.empty();
        }
    }

    private static boolean isSetting(JsonNode value) {
        return value.isNumber()
                || value.isBoolean()
                || (value.isArray()
                        && value.size() < 50
                        && value.values().stream().allMatch(JsonNode::isString));
    }

    private static Optional<Session> session(JsonNode root) {
        List<Claim> claims = new ArrayList<>();
        for (Map.Entry<String, JsonNode> result : root.path("results").properties()) {
            JsonNode output = result.getValue();
            if (!output.isObject() || !output.path("files").isArray()) {
                return Optional.empty();
            }
            String pointer = "/results/" + escaped(result.getKey());
            List<ClaimedFile> files = new ArrayList<>();
            int index = 0;
            for (JsonNode file : output.path("files")) {
                if (!file.path("name").isString()) {
                    return Optional.empty();
                }
                files.add(file(file, output, pointer + "/files/" + index++));
            }
            claims.add(claim(result.getKey(), pointer, output, List.copyOf(files)));
        }
        return Optional.of(new Session(root.path("version").asString(), List.copyOf(claims)));
    }

    private static Claim claim(String id, String pointer, JsonNode output, List<ClaimedFile> files) {
        String says = output.path("summary").asString("");
        boolean suppressed =
                output.path("properties").path("mitigation").asString("").startsWith("suppress");
        for (JsonNode file : output.path("files")) {
            suppressed |= file.path("sdc").path("summary").path("suppressed").asBoolean(false);
        }
        return new Claim(
                id,
                pointer,
                output.path("status").asString("").toLowerCase(Locale.ROOT),
                output.path("type").asString(""),
                says,
                values(says, output.path("command").asString("")),
                suppressed,
                files);
    }

    /** The functions that ACRO was called with, or by which it heads its checks; counts are none. */
    private static List<String> values(String says, String command) {
        Set<String> values = new LinkedHashSet<>();
        Matcher statistic = STATISTIC.matcher(says);
        while (statistic.find()) {
            values.add(statistic.group(1).toLowerCase(Locale.ROOT));
        }
        Matcher functions = FUNCTIONS.matcher(command);
        while (functions.find()) {
            Matcher function = FUNCTION.matcher(functions.group(1));
            while (function.find()) {
                values.add(function.group().toLowerCase(Locale.ROOT));
            }
        }
        values.removeAll(COUNTS);
        return List.copyOf(values);
    }

    private static ClaimedFile file(JsonNode file, JsonNode output, String pointer) {
        JsonNode sdc = file.path("sdc");
        Map<String, Long> flagged = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> check : sdc.path("summary").properties()) {
            if (check.getValue().isIntegralNumber() && check.getValue().asLong(0) > 0) {
                flagged.put(check.getKey(), check.getValue().asLong(0));
            }
        }
        Map<String, List<Cell>> cells = new LinkedHashMap<>();
        int left = MOST_CELLS;
        for (Map.Entry<String, JsonNode> check : sdc.path("cells").properties()) {
            List<Cell> places = new ArrayList<>();
            for (JsonNode place : check.getValue()) {
                if (place.size() == 2 && place.path(0).isInt() && place.path(1).isInt() && left-- > 0) {
                    places.add(new Cell(place.path(0).asInt(), place.path(1).asInt()));
                }
            }
            if (!places.isEmpty()) {
                cells.put(check.getKey(), List.copyOf(places));
            }
        }
        return new ClaimedFile(
                file.path("name").asString(),
                pointer + "/name",
                digestOf(file).or(() -> digestOf(output)).orElse(""),
                flagged,
                cells);
    }

    private static Optional<String> digestOf(JsonNode node) {
        for (String key : List.of("checksum", "sha256")) {
            Optional<String> digest = digest(node.path(key).asString("").getBytes(StandardCharsets.UTF_8));
            if (digest.isPresent()) {
                return digest;
            }
        }
        return Optional.empty();
    }

    private static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }
}
