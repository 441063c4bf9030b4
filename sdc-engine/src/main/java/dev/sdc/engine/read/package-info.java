/** Raw grids of cells, as files hold them, before any meaning is given. */
@NullMarked
package dev.sdc.engine.read;

import org.jspecify.annotations.NullMarked;
