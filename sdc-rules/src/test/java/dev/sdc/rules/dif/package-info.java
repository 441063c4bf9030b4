@NullMarked
package dev.sdc.rules.dif;

import org.jspecify.annotations.NullMarked;
