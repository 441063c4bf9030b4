package dev.sdc.engine.read.html;

import dev.sdc.engine.read.text.CountInNames;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** Finds counts of people in what gives markup its names and its looks: elements, attributes, classes, styles. */
final class NamesInMarkup {
    /** {@code @property --women-died { initial-value: 3 }} says the same as {@code --women-died: 3}. */
    private static final Pattern REGISTERED = Pattern.compile(
            "@property\\s++([^\\s{]++)\\s*+\\{[^}]{0,400}?initial-value\\s*+:", Pattern.CASE_INSENSITIVE);

    /** Pages repeat their classes and styles on every cell. */
    private final Map<String, Boolean> looked = new HashMap<>();

    /** Whether the name of an element, one of its attributes or a style sheet tells how many people did what. */
    boolean tellACount(Node node) {
        Node around = node.parent();
        if (around != null && around.nameIs("style")) {
            return tellsACount(REGISTERED.matcher(node.nodeValue()).replaceAll("$1:"));
        }
        if (node instanceof Element element) {
            return tellsACount(element.tagName())
                    || (element.attributesSize() > 0
                            && element.attributes().asList().stream().anyMatch(this::tellsACount));
        }
        return false;
    }

    private boolean tellsACount(Attribute attribute) {
        return !attribute.getValue().startsWith("data:") // a picture
                && tellsACount(attribute.getKey() + '=' + attribute.getValue());
    }

    private boolean tellsACount(String names) {
        return looked.computeIfAbsent(names, CountInNames::isIn);
    }
}
