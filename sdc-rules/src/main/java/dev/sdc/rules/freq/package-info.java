/** Counts of people and events. */
@NullMarked
package dev.sdc.rules.freq;

import org.jspecify.annotations.NullMarked;
