package dev.sdc.rules.sec;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a selection in the order in which they are told: each is a part of one before it, and the arms of a trial are told
 * one behind the other.
 */
final class StepList {
    /** Behind more steps than these no further arms are looked for. */
    private static final int MOST_ARMS = 200;

    /** Words that tell groups apart, of which none is a step towards the other. */
    private static final Set<String> GROUPS = Set.of(
            "men",
            "women",
            "male",
            "female",
            "males",
            "females",
            "boys",
            "girls",
            "control",
            "controls",
            "intervention",
            "treatment",
            "placebo",
            "active",
            "experimental",
            "usual",
            "standard",
            "north",
            "south",
            "east",
            "west",
            "cases");

    /**
     * A step.
     *
     * @param place the file and the address of its number
     * @param row the labels of the row that it stands in, or null
     * @param column the header of the column that it stands in, or null
     */
    record Step(
            String label,
            long n,
            String where,
            String place,
            @Nullable String row,
            @Nullable String column) {}

    /** A step, what it is a part of, and its arms. */
    private static final class Node {
        private final Step step;
        private final @Nullable Node above;
        private long sum;

        private Node(Step step, @Nullable Node above) {
            this.step = step;
            this.above = above;
        }
    }

    private final List<Step> steps;
    private final boolean rises;
    private final List<Remainder> found = new ArrayList<>();

    private StepList(List<Step> steps) {
        this.steps = steps;
        this.rises = rise(steps);
    }

    private static boolean rise(List<Step> steps) {
        for (int i = 1; i < steps.size(); i++) {
            if (steps.get(i).n() > steps.get(i - 1).n()) {
                return true;
            }
        }
        return false;
    }

    /** Whether some numbers are steps by their names, or because it is said that they are. */
    static boolean told(List<Step> steps, boolean announced) {
        long named =
                steps.stream().filter(step -> FlowSteps.isStep(step.label())).count();
        if (rise(steps) && named * 2 < steps.size()) {
            return false; // a few such words stand in any list
        }
        FlowSteps told = new FlowSteps(announced);
        steps.forEach(step -> told.goOn(step.label()));
        return told.told();
    }

    /** Those that are no steps themselves, but what was taken off, left out. */
    static List<Step> kept(List<Step> steps) {
        return steps.stream()
                .filter(step -> !FlowSteps.isTakenOff(step.label()))
                .toList();
    }

    /** What each step takes off the one that it is a part of. */
    static List<Remainder> remainders(List<Step> steps) {
        StepList list = new StepList(steps);
        list.read();
        return list.found;
    }

    private void read() {
        BitSet arms = arms();
        Node top = null;
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            while (top != null && top.step.n() < step.n()) {
                top = top.above;
            }
            Node beside = beside(top, step);
            if (beside != null) {
                top = beside.above;
            } else if (top != null && !arms.get(i) && (!rises || FlowSteps.isStep(step.label()))) {
                found.add(new Remainder(
                        step.where(),
                        step.row(),
                        step.column(),
                        top.step.n(),
                        step.n(),
                        "left out at this step",
                        Remainder.less(top.step.place(), List.of(step.place()))));
            }
            if (top != null) {
                top.sum += step.n();
            }
            top = new Node(step, top);
        }
    }

    /** The step that this one is an arm beside, by their names or because with it the arms are all of what they are parts of. */
    private @Nullable Node beside(@Nullable Node top, Step step) {
        int looked = 0;
        for (Node node = top; node != null && looked < MOST_ARMS; node = node.above) {
            boolean all = node.above != null && node.above.sum + step.n() == node.above.step.n();
            if (all || areGroups(node.step.label(), step.label())) {
                return node;
            }
            looked++;
        }
        return null;
    }

    /** The steps that stand one behind the other and come to the one before them. */
    private BitSet arms() {
        BitSet arms = new BitSet();
        for (int i = 0; i < steps.size(); i++) {
            long left = steps.get(i).n();
            for (int j = i + 1; j < steps.size() && j - i < MOST_ARMS && left > 0; j++) {
                left -= steps.get(j).n();
                if (left == 0 && j > i + 1) {
                    arms.set(i + 1, j + 1);
                }
            }
        }
        return arms;
    }

    /** Whether two names differ in the one word that tells groups apart: {@code Arm A}, {@code Arm B}. */
    private static boolean areGroups(String one, String other) {
        String[] a = words(one);
        String[] b = words(other);
        int differ = 0;
        boolean groups = true;
        for (int i = 0; i < Math.min(a.length, b.length); i++) {
            if (!a[i].equals(b[i])) {
                differ++;
                groups &= isGroup(a[i]) && isGroup(b[i]);
            }
        }
        return a.length == b.length && differ == 1 && groups;
    }

    private static boolean isGroup(String word) {
        return word.length() == 1 || GROUPS.contains(word) || word.chars().allMatch(Character::isDigit);
    }

    private static String[] words(String label) {
        return label.toLowerCase(Locale.ROOT).strip().split("[^\\p{L}\\p{N}]+");
    }
}
