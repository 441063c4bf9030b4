@NullMarked
package dev.sdc.rules;

import org.jspecify.annotations.NullMarked;
