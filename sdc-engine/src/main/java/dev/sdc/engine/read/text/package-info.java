/** Tables that stand in running text, in Markdown and in what consoles print. */
@NullMarked
package dev.sdc.engine.read.text;

import org.jspecify.annotations.NullMarked;
