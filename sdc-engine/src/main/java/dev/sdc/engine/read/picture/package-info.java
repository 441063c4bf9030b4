/** What pictures hold beside what they show. Their numbers are not read. */
@NullMarked
package dev.sdc.engine.read.picture;

import org.jspecify.annotations.NullMarked;
