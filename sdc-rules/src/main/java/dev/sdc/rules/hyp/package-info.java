/** Hypothesis tests and measures of fit. */
@NullMarked
package dev.sdc.rules.hyp;

import org.jspecify.annotations.NullMarked;
