/** Tables in JSON, and the outputs of notebooks. */
@NullMarked
package dev.sdc.engine.read.json;

import org.jspecify.annotations.NullMarked;
