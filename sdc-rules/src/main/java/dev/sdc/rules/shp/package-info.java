/** Standard deviations and errors: units behind them. */
@NullMarked
package dev.sdc.rules.shp;

import org.jspecify.annotations.NullMarked;
