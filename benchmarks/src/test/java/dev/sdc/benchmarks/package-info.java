@NullMarked
package dev.sdc.benchmarks;

import org.jspecify.annotations.NullMarked;
