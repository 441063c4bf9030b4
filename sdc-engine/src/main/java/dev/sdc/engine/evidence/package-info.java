/** Facts worked out once from tables and declarations, shared by all rules. */
@NullMarked
package dev.sdc.engine.evidence;

import org.jspecify.annotations.NullMarked;
