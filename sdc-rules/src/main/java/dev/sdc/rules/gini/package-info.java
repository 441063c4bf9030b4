/** Gini coefficients and Lorenz curves. */
@NullMarked
package dev.sdc.rules.gini;

import org.jspecify.annotations.NullMarked;
