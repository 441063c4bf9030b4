package dev.sdc.engine.audit;

import dev.sdc.engine.rule.Proof;
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
     * @param terms the cells it is made of
     */
    record Step(String text, List<Proof.Term> terms) {
        /** The cells that it is made of, each {@code file!cell}. */
        public List<String> cells() {
            return terms.stream().map(Proof.Term::place).toList();
        }
    }

    /** The sums that are used, to be drawn. */
    default Proof proof() {
        return new Proof(steps().stream()
                .map(step -> new Proof.Step(step.text(), step.terms()))
                .toList());
    }

    /** The sums that are used, in the order in which they are. */
    List<Step> steps();

    /** The whole of it in one sentence. */
    String because();

    /** All cells that it rests on. */
    List<String> related();
}
