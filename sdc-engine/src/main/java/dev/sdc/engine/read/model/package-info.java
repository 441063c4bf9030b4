/** Reads what statistics programs print about models and tests. */
@NullMarked
package dev.sdc.engine.read.model;

import org.jspecify.annotations.NullMarked;
