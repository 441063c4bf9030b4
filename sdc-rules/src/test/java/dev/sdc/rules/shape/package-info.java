@NullMarked
package dev.sdc.rules.shape;

import org.jspecify.annotations.NullMarked;
