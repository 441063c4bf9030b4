/** The fuzzer, for seconds. */
@NullMarked
package dev.sdc.benchmarks.fuzz;

import org.jspecify.annotations.NullMarked;
