/** Tables of LaTeX sources. Nothing is compiled. */
@NullMarked
package dev.sdc.engine.read.latex;

import org.jspecify.annotations.NullMarked;
