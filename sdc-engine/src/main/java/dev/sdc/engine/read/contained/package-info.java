/** Reading in a process of its own: what a hostile file does to its reader ends there. */
@NullMarked
package dev.sdc.engine.read.contained;

import org.jspecify.annotations.NullMarked;
