/** Percentages and proportions: counts that can be read back from them. */
@NullMarked
package dev.sdc.rules.pct;

import org.jspecify.annotations.NullMarked;
