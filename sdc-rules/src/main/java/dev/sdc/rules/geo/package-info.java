/** Places: areas of few people, and points on a map. */
@NullMarked
package dev.sdc.rules.geo;

import org.jspecify.annotations.NullMarked;
