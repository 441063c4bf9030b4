@NullMarked
package dev.sdc.rules.sec;

import org.jspecify.annotations.NullMarked;
