/** Groups whose members share a value. */
@NullMarked
package dev.sdc.rules.cls;

import org.jspecify.annotations.NullMarked;
