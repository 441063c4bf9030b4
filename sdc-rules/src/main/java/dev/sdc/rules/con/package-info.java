/** Concentration indices: units that dominate. */
@NullMarked
package dev.sdc.rules.con;

import org.jspecify.annotations.NullMarked;
