package dev.sdc.engine.audit;

import java.util.List;

/**
 * How something follows from what is printed: step by step, and in the end. Worked out when asked for.
 */
public interface Derivation {
    /** Nothing follows. */
    Derivation NONE = new Derivation() {
        @Override
        public List<Step> steps() {
            return List.of();
        }

        @Override
        public String because() {
            return "nothing that is printed limits it";
        }

        @Override
        public List<String> related() {
            return List.of();
        }
    };

    /**
     * One printed sum that is used.
     *
     * @param text what it says, with the numbers
     * @param cells the cells it is made of, each {@code file!cell}
     */
    record Step(String text, List<String> cells) {}

    /** The sums that are used, in the order in which they are. */
    List<Step> steps();

    /** The whole of it in one sentence. */
    String because();

    /** All cells that it rests on. */
    List<String> related();
}
