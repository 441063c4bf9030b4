package dev.sdc.benchmarks.fuzz;

import java.util.Random;

/** Changes a file at random, as far as it can be where programs look. */
@FunctionalInterface
interface Edits {
    /** The bytes, changed. */
    byte[] edited(byte[] bytes, Random random);
}
