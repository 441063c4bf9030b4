package dev.sdc.rules.mutation;

import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Which lines of the rules a test reaches: each line of a class that is loaded meanwhile tells that it was reached. */
public final class Lines implements ClassFileTransformer {
    private static BitSet reached = new BitSet();

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> names = new ArrayList<>();

    /** Called by every line. */
    public static void hit(int line) {
        reached.set(line);
    }

    /** The lines that were reached since the last time this was asked, each {@code class:line}. */
    List<String> sinceLast() {
        BitSet lines = reached;
        reached = new BitSet();
        return lines.stream().mapToObj(names::get).toList();
    }

    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            String name,
            @Nullable Class<?> redefined,
            ProtectionDomain domain,
            byte[] bytes) {
        return name.startsWith("dev/sdc/rules/") && !name.startsWith("dev/sdc/rules/mutation/") ? probed(bytes) : null;
    }

    private byte[] probed(byte[] bytes) {
        ClassNode node = new ClassNode();
        new ClassReader(bytes).accept(node, 0);
        String className = node.name.replace('/', '.');
        for (MethodNode method : node.methods) {
            List<LineNumberNode> starts = new ArrayList<>();
            for (AbstractInsnNode each : method.instructions) {
                if (each instanceof LineNumberNode line) {
                    starts.add(line);
                }
            }
            for (LineNumberNode start : starts) {
                AbstractInsnNode first = start;
                while (first != null && first.getOpcode() < 0) {
                    first = first.getNext();
                }
                if (first != null) {
                    InsnList probe = new InsnList();
                    probe.add(new LdcInsnNode(number(className + ":" + start.line)));
                    probe.add(new MethodInsnNode(
                            Opcodes.INVOKESTATIC, "dev/sdc/rules/mutation/Lines", "hit", "(I)V", false));
                    if (first.getOpcode() == Opcodes.NEW) { // frames name the place of what is not yet made
                        method.instructions.insert(first, probe);
                    } else {
                        method.instructions.insertBefore(first, probe);
                    }
                }
            }
            method.maxStack++;
        }
        ClassWriter writer = new ClassWriter(0);
        node.accept(writer);
        return writer.toByteArray();
    }

    private int number(String line) {
        return numbers.computeIfAbsent(line, name -> {
            names.add(name);
            return names.size() - 1;
        });
    }
}
