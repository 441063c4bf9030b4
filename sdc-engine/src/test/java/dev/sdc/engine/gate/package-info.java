@NullMarked
package dev.sdc.engine.gate;

import org.jspecify.annotations.NullMarked;
