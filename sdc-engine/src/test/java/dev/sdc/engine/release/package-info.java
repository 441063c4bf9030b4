@NullMarked
package dev.sdc.engine.release;

import org.jspecify.annotations.NullMarked;
