/** Files that are made to hide something, to mislead or to exhaust. */
@NullMarked
package dev.sdc.rules.hostile;

import org.jspecify.annotations.NullMarked;
