@NullMarked
package dev.sdc.engine;

import org.jspecify.annotations.NullMarked;
