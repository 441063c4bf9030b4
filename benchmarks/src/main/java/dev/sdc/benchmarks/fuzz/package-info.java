/** Files edited at random, and what a check of them must never do. */
@NullMarked
package dev.sdc.benchmarks.fuzz;

import org.jspecify.annotations.NullMarked;
