package dev.sdc.engine.audit.solve;

import org.jspecify.annotations.Nullable;

/** Arithmetic with remainders modulo a prime of the form 2^bits - 1, in which no entry grows. */
record Field(int bits, long prime) {
    /** Remainders modulo 2^61 - 1. */
    static final Field LARGE = new Field(61, (1L << 61) - 1);
    /** Remainders modulo 2^31 - 1, to hold what is found modulo the large prime against. */
    static final Field SMALL = new Field(31, (1L << 31) - 1);

    long of(long whole) {
        long remainder = whole % prime;
        return remainder < 0 ? remainder + prime : remainder;
    }

    long plus(long a, long b) {
        long sum = a + b;
        return sum >= prime ? sum - prime : sum;
    }

    long minus(long a, long b) {
        return a >= b ? a - b : a - b + prime;
    }

    long negative(long a) {
        return a == 0 ? 0 : prime - a;
    }

    long times(long a, long b) {
        long high = Math.multiplyHigh(a, b);
        long low = a * b;
        long sum = (low & prime) + ((high << (64 - bits)) | (low >>> bits));
        if (sum < 0) {
            throw new IllegalStateException("remainders below the prime have a product below its square");
        }
        sum = (sum & prime) + (sum >>> bits);
        return sum >= prime ? sum - prime : sum;
    }

    long inverse(long a) {
        if (a == 1 || a == prime - 1) {
            return a;
        }
        long result = 1;
        long base = a;
        for (long exponent = prime - 2; exponent > 0; exponent >>= 1) {
            if ((exponent & 1) == 1) {
                result = times(result, base);
            }
            base = times(base, base);
        }
        return result;
    }

    /** The fraction of small whole numbers that a remainder stands for, as {numerator, denominator}; null if none. */
    long @Nullable [] fraction(long remainder) {
        long limit = 1L << ((bits - 2) / 2);
        if (remainder <= limit) {
            return new long[] {remainder, 1};
        }
        if (prime - remainder <= limit) {
            return new long[] {remainder - prime, 1};
        }
        long r0 = prime;
        long r1 = remainder;
        long t0 = 0;
        long t1 = 1;
        while (r1 > limit) {
            long quotient = r0 / r1;
            long r2 = r0 - quotient * r1;
            long t2 = t0 - quotient * t1;
            r0 = r1;
            r1 = r2;
            t0 = t1;
            t1 = t2;
        }
        if (t1 == 0 || Math.abs(t1) > limit) {
            return null;
        }
        return t1 < 0 ? new long[] {-r1, -t1} : new long[] {r1, t1};
    }
}
