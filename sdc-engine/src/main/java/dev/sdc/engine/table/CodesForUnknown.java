package dev.sdc.engine.table;

/** The numbers by which classes say that something is not known. */
final class CodesForUnknown {
    private CodesForUnknown() {}

    static boolean has(long n) {
        return n == 8 || n == 9 || n == 88 || n == 99 || n == 888 || n == 999;
    }
}
