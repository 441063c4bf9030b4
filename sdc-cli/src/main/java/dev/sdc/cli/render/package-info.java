/** Reports for people: text for terminals, pages for browsers. */
@NullMarked
package dev.sdc.cli.render;

import org.jspecify.annotations.NullMarked;
