/** Differences between tables: people who are in one population and not in another. */
@NullMarked
package dev.sdc.rules.dif;

import org.jspecify.annotations.NullMarked;
