/** Rules about networks and flows. */
@NullMarked
package dev.sdc.rules.net;

import org.jspecify.annotations.NullMarked;
