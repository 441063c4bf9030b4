/** Weighted figures. */
@NullMarked
package dev.sdc.rules.wgt;

import org.jspecify.annotations.NullMarked;
