/** Tables of web pages. Nothing in a page is run or fetched. */
@NullMarked
package dev.sdc.engine.read.html;

import org.jspecify.annotations.NullMarked;
