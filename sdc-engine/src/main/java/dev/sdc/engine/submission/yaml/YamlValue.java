package dev.sdc.engine.submission.yaml;

import dev.sdc.engine.submission.DeclarationException;

/** One value of a file: a scalar, a list or a map, with its place. Immutable. */
public sealed interface YamlValue permits YamlScalar, YamlList, YamlMap {

    /** Where the value begins. */
    Place place();

    /** What the value is, in words for a message. */
    String kind();

    /** The value as one line of text, for keys that are prose: lists joined by commas, maps as "key: value". */
    String prose();

    /** This value as a scalar. */
    default YamlScalar scalar() throws DeclarationException {
        if (this instanceof YamlScalar scalar && !scalar.isNull()) {
            return scalar;
        }
        throw unexpected("a single value");
    }

    /** This value as a list. */
    default YamlList list() throws DeclarationException {
        if (this instanceof YamlList list) {
            return list;
        }
        throw unexpected("a list, such as [a, b]");
    }

    /** This value as a map. */
    default YamlMap map() throws DeclarationException {
        if (this instanceof YamlMap map) {
            return map;
        }
        throw unexpected("keys with values, such as {key: value}");
    }

    /** A mistake: another kind of value was expected here. The value itself is not repeated. */
    default DeclarationException unexpected(String expected) {
        return place().error(place().subject() + " must be " + expected + "; found " + kind() + ".");
    }
}
