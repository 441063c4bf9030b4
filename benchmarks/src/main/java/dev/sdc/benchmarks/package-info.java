/** Speed of the engine, measured beside a rival or a floor. */
@NullMarked
package dev.sdc.benchmarks;

import org.jspecify.annotations.NullMarked;
