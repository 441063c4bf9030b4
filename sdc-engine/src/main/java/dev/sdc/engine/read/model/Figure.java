package dev.sdc.engine.read.model;

import java.math.BigDecimal;

/**
 * A printed number.
 *
 * @param text as printed, such as {@code < 2e-16}
 * @param value the number, with its printed decimals as scale; of a bound the bound itself
 */
public record Figure(String text, BigDecimal value, Place place) {}
