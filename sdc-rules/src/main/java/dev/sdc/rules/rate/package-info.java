/** Rates and standardised ratios: events that can be read back. */
@NullMarked
package dev.sdc.rules.rate;

import org.jspecify.annotations.NullMarked;
