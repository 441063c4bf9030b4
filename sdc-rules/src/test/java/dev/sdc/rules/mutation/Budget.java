package dev.sdc.rules.mutation;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Steps that a mutant may take: loops that a mutation made endless come to an end, whatever else the machine does. */
public final class Budget {
    private static final long STEPS = 3_000_000;
    private static long left;

    private Budget() {}

    /** Thrown when the steps are used up. */
    static final class Spent extends Error {
        private static final long serialVersionUID = 1;
    }

    static void renew() {
        left = STEPS;
    }

    static boolean isSpent() {
        return left < 0;
    }

    /** Called by the mutant at every turn of a loop and start of a method. */
    public static void spend() {
        if (--left < 0) {
            throw new Spent();
        }
    }

    /** The mutant with a call of {@link #spend} at every jump backwards and start of a method. */
    static byte[] into(byte[] bytes) {
        ClassNode node = new ClassNode();
        new ClassReader(bytes).accept(node, 0);
        for (MethodNode method : node.methods) {
            if (method.instructions.size() == 0) {
                continue;
            }
            List<AbstractInsnNode> places = new ArrayList<>();
            for (AbstractInsnNode each : method.instructions) {
                if (each instanceof JumpInsnNode jump
                        && method.instructions.indexOf(jump.label) < method.instructions.indexOf(jump)) {
                    places.add(jump);
                }
            }
            places.forEach(jump -> method.instructions.insertBefore(jump, call()));
            method.instructions.insert(call());
        }
        ClassWriter writer = new ClassWriter(0);
        node.accept(writer);
        return writer.toByteArray();
    }

    private static MethodInsnNode call() {
        return new MethodInsnNode(Opcodes.INVOKESTATIC, "dev/sdc/rules/mutation/Budget", "spend", "()V", false);
    }
}
