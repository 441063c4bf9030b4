/** Odds, risk, rate and hazard ratios: the small counts behind their intervals. */
@NullMarked
package dev.sdc.rules.rat;

import org.jspecify.annotations.NullMarked;
