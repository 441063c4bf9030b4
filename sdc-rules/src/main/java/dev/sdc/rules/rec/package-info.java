/** Rules about records of single persons. */
@NullMarked
package dev.sdc.rules.rec;

import org.jspecify.annotations.NullMarked;
