/** Means and totals: contributors and indicators. */
@NullMarked
package dev.sdc.rules.mag;

import org.jspecify.annotations.NullMarked;
