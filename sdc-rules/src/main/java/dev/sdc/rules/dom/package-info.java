/** Totals and means: contributors that dominate. */
@NullMarked
package dev.sdc.rules.dom;

import org.jspecify.annotations.NullMarked;
