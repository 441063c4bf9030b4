/** Hidden counts that can be worked out. */
@NullMarked
package dev.sdc.rules.sec;

import org.jspecify.annotations.NullMarked;
