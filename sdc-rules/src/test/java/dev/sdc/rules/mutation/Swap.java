package dev.sdc.rules.mutation;

import java.io.IOException;
import java.lang.instrument.ClassDefinition;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Puts other bytes into classes that are loaded. The agent of the worker's machine. */
public final class Swap {
    private static Instrumentation machine;

    private Swap() {}

    /** Called by the machine when it starts. */
    public static void premain(String arguments, Instrumentation instrumentation) {
        machine = instrumentation;
        machine.addTransformer(new Unannotated());
    }

    /** A jar that names this class as the agent. */
    static Path agentJar(Path folder) throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Premain-Class", Swap.class.getName());
        main.putValue("Can-Redefine-Classes", "true");
        Path jar = folder.resolve("agent.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            out.flush();
        }
        return jar;
    }

    static void whileLoading(ClassFileTransformer transformer, Runnable work) {
        machine.addTransformer(transformer);
        try {
            work.run();
        } finally {
            machine.removeTransformer(transformer);
        }
    }

    static Class<?>[] loaded() {
        return machine.getAllLoadedClasses();
    }

    static void replace(Class<?> loaded, byte[] bytes) throws ReflectiveOperationException {
        try {
            machine.redefineClasses(new ClassDefinition(loaded, bytes));
        } catch (java.lang.instrument.UnmodifiableClassException e) {
            throw new ReflectiveOperationException(e);
        }
    }
}
