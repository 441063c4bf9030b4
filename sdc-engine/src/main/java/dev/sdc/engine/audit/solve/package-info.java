/** Solves systems of published sums: what they leave for the numbers that were held back. Knows no tables. */
@NullMarked
package dev.sdc.engine.audit.solve;

import org.jspecify.annotations.NullMarked;
