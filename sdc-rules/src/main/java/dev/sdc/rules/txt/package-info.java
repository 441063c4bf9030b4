/** Rules about free text. */
@NullMarked
package dev.sdc.rules.txt;

import org.jspecify.annotations.NullMarked;
