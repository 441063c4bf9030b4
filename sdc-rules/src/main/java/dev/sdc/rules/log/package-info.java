/** Counts behind a logarithm or a root. */
@NullMarked
package dev.sdc.rules.log;

import org.jspecify.annotations.NullMarked;
