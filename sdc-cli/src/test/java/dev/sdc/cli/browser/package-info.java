@NullMarked
package dev.sdc.cli.browser;

import org.jspecify.annotations.NullMarked;
