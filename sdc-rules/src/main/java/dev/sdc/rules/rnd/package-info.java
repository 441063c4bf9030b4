/** Rounding that does not hold. */
@NullMarked
package dev.sdc.rules.rnd;

import org.jspecify.annotations.NullMarked;
