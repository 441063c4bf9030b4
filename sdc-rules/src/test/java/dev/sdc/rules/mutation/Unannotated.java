package dev.sdc.rules.mutation;

import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.RecordComponentNode;

/**
 * Takes the annotations off the components of records. The machine replaces a record only if they have the same numbers
 * among the constants as before, and it renumbers the constants of a class at each replacement.
 */
final class Unannotated implements ClassFileTransformer {
    static byte[] of(byte[] bytes) {
        ClassNode node = new ClassNode();
        new ClassReader(bytes).accept(node, 0);
        if (node.recordComponents == null) {
            return bytes;
        }
        for (RecordComponentNode component : node.recordComponents) {
            component.visibleAnnotations = null;
            component.visibleTypeAnnotations = null;
            component.invisibleAnnotations = null;
            component.invisibleTypeAnnotations = null;
            component.signature = null;
        }
        ClassWriter writer = new ClassWriter(0);
        node.accept(writer);
        return writer.toByteArray();
    }

    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            String name,
            @Nullable Class<?> redefined,
            ProtectionDomain domain,
            byte[] bytes) {
        return redefined == null && name.startsWith("dev/sdc/rules/") && !name.startsWith("dev/sdc/rules/mutation/")
                ? of(bytes)
                : null;
    }
}
