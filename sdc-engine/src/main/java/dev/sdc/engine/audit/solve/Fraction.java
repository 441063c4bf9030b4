package dev.sdc.engine.audit.solve;

import java.math.BigInteger;

/**
 * An exact fraction in lowest terms.
 *
 * @param over the numerator
 * @param under the denominator, above zero
 */
public record Fraction(BigInteger over, BigInteger under) implements Comparable<Fraction> {
    /** Brings the fraction to lowest terms. */
    public Fraction {
        if (under.signum() == 0) {
            throw new IllegalArgumentException("a fraction has a denominator other than 0");
        }
        BigInteger common = over.gcd(under);
        if (under.signum() < 0) {
            common = common.negate();
        }
        over = over.divide(common);
        under = under.divide(common);
    }

    /** A whole number. */
    public static Fraction of(long whole) {
        return new Fraction(BigInteger.valueOf(whole), BigInteger.ONE);
    }

    /** The greatest whole number not above it. */
    public BigInteger floor() {
        BigInteger[] parts = over.divideAndRemainder(under);
        return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }

    /** The least whole number not below it. */
    public BigInteger ceiling() {
        return new Fraction(over.negate(), under).floor().negate();
    }

    /** Whether it is a whole number. */
    public boolean isWhole() {
        return under.equals(BigInteger.ONE);
    }

    @Override
    public int compareTo(Fraction other) {
        return over.multiply(other.under).compareTo(other.over.multiply(under));
    }

    @Override
    public String toString() {
        return isWhole() ? over.toString() : over + "/" + under;
    }
}
