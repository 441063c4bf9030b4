package dev.sdc.benchmarks;

/** The floor of start-up: a JVM that says one line. */
public final class HelloWorld {
    private HelloWorld() {}

    public static void main(String[] args) {
        System.out.println("Hello, world");
    }
}
