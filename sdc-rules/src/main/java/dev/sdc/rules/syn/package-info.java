/** Rules about synthetic records and descriptions of data. */
@NullMarked
package dev.sdc.rules.syn;

import org.jspecify.annotations.NullMarked;
