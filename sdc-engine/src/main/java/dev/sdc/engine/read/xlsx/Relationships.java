package dev.sdc.engine.read.xlsx;

import dev.sdc.engine.intake.ZipDirectory.Entry;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Which part of a workbook refers to which. */
final class Relationships {
    /**
     * One reference.
     *
     * @param id its name inside the part that refers
     * @param type the last word of its type, such as {@code worksheet}
     * @param target the part referred to, or an address outside
     */
    record Relationship(String id, String type, String target, boolean external) {}

    private static final String SUFFIX = ".rels";
    private final Map<String, List<Relationship>> bySource = new HashMap<>();
    private final Map<String, Map<String, Relationship>> byId = new HashMap<>();

    Relationships(Archive archive) throws IOException {
        for (Entry entry : archive.entries()) {
            String name = entry.name();
            int folder = name.lastIndexOf("_rels/");
            if (folder >= 0 && name.toLowerCase(Locale.ROOT).endsWith(SUFFIX)) {
                String base = name.substring(0, folder);
                String source = base + name.substring(folder + "_rels/".length(), name.length() - SUFFIX.length());
                List<Relationship> found = new ArrayList<>();
                archive.parse(entry, new Handler(base, found));
                bySource.put(source.toLowerCase(Locale.ROOT), found);
                Map<String, Relationship> ids = new HashMap<>();
                found.forEach(each -> ids.putIfAbsent(each.id(), each));
                byId.put(source.toLowerCase(Locale.ROOT), ids);
            }
        }
    }

    /** What a part refers to; the empty name is the package itself. */
    List<Relationship> of(String part) {
        return bySource.getOrDefault(part.toLowerCase(Locale.ROOT), List.of());
    }

    /** What a part refers to under an id, or null. */
    @Nullable
    Relationship of(String part, String id) {
        return byId.getOrDefault(part.toLowerCase(Locale.ROOT), Map.of()).get(id);
    }

    /** All references. */
    List<Relationship> all() {
        List<Relationship> all = new ArrayList<>();
        bySource.values().forEach(all::addAll);
        return all;
    }

    /** The first part of a type that a part refers to, or null. */
    @Nullable
    String target(String part, String type) {
        for (Relationship relationship : of(part)) {
            if (relationship.type().equals(type) && !relationship.external()) {
                return relationship.target();
            }
        }
        return null;
    }

    /** The parts that can be reached from the package, in lower case. */
    Set<String> reachable() {
        Set<String> reached = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(""));
        while (!open.isEmpty()) {
            for (Relationship relationship : of(open.pop())) {
                String target = relationship.target().toLowerCase(Locale.ROOT);
                if (!relationship.external() && reached.add(target)) {
                    open.push(target);
                }
            }
        }
        return reached;
    }

    private static String resolve(String base, String target) {
        String path = target.startsWith("/") ? target : "/" + base + target;
        Deque<String> steps = new ArrayDeque<>();
        for (String step : path.split("/", -1)) {
            if (step.equals("..")) {
                steps.pollLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.addLast(step);
            }
        }
        return String.join("/", steps);
    }

    private static final class Handler extends DefaultHandler {
        private final String base;
        private final List<Relationship> found;

        Handler(String base, List<Relationship> found) {
            this.base = base;
            this.found = found;
        }

        @Override
        public void startElement(String uri, String name, String qName, Attributes attributes) {
            if (name.equals("Relationship")) {
                String type = Xml.attribute(attributes, "Type", "");
                String target = Xml.attribute(attributes, "Target", "");
                boolean external = Xml.attribute(attributes, "TargetMode", "").equals("External");
                found.add(new Relationship(
                        Xml.attribute(attributes, "Id", ""),
                        type.substring(type.lastIndexOf('/') + 1),
                        external ? target : resolve(base, target),
                        external));
            }
        }
    }
}
