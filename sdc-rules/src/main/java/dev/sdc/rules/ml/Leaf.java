package dev.sdc.rules.ml;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A leaf of a tree, or a rule of a list.
 *
 * @param name what it is called, for the key of evidence
 * @param address where it stands
 * @param n the records in it; null where nothing says how many
 * @param classes how many of them are of each class; empty where that is not printed
 * @param pure whether all of them, or none, are of one class: a printed probability of 0 or 1
 */
record Leaf(String name, String address, @Nullable Long n, List<Long> classes, boolean pure) {}
