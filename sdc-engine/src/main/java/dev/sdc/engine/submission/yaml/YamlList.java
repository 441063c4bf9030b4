package dev.sdc.engine.submission.yaml;

import dev.sdc.engine.submission.DeclarationException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A list of values. */
public record YamlList(Place place, List<YamlValue> items) implements YamlValue {
    /** Copies the list. */
    public YamlList {
        items = List.copyOf(items);
    }

    @Override
    public String kind() {
        return "a list";
    }

    @Override
    public String prose() {
        return items.stream().map(YamlValue::prose).collect(Collectors.joining(", "));
    }

    /** Every item as text. */
    public List<String> texts() throws DeclarationException {
        List<String> texts = new ArrayList<>(items.size());
        for (YamlValue item : items) {
            texts.add(item.scalar().text());
        }
        return List.copyOf(texts);
    }

    /** Every item as a count. */
    public List<Long> counts() throws DeclarationException {
        List<Long> counts = new ArrayList<>(items.size());
        for (YamlValue item : items) {
            counts.add(item.scalar().count());
        }
        return List.copyOf(counts);
    }
}
