/** Rules about code and logs. */
@NullMarked
package dev.sdc.rules.code;

import org.jspecify.annotations.NullMarked;
