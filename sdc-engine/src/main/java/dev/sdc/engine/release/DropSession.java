package dev.sdc.engine.release;

import dev.sdc.engine.gate.Event;
import dev.sdc.engine.gate.GateException;
import dev.sdc.engine.gate.GateFolder;
import dev.sdc.engine.report.VisibleText;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.session.Session;
import org.jspecify.annotations.Nullable;

/** What one person may do at the server of the gate. */
final class DropSession {
    static final AttributeKey<DropSession> KEY = new AttributeKey<>();

    private static final int LONGEST = 200;

    private final Drop drop;
    private final GateFolder gate;
    private final String user;
    private final String person;

    DropSession(Drop drop, GateFolder gate, String user, String person) {
        this.drop = drop;
        this.gate = gate;
        this.user = user;
        this.person = person;
    }

    String person() {
        return person;
    }

    /** The root of what the person sees, with a folder for every place that they may fill. */
    Path root() throws IOException {
        Path root = drop.staging(person);
        try {
            for (String name : drop.names(user)) {
                Path folder = root.resolve(name.substring(1)).getParent();
                if (folder != null) {
                    java.nio.file.Files.createDirectories(folder);
                }
            }
        } catch (GateException e) {
            throw denied("/", e.getMessage());
        }
        return root;
    }

    /** Refuses to write to what is neither an approved name nor a name on the way to one. */
    void requireWritable(String path) throws IOException {
        Set<String> names = names();
        if (!names.contains(path) && names.stream().noneMatch(name -> isPartOf(path, name))) {
            throw refused("write", path, "the name is not approved");
        }
    }

    /** Refuses a folder that is on the way to no approved name. */
    void requireFolder(String path) throws IOException {
        if (names().stream().noneMatch(name -> name.startsWith(path + "/"))) {
            throw refused("make a folder", path, "nothing approved lies in it");
        }
    }

    boolean isFinal(String path) throws IOException {
        return names().contains(path);
    }

    void accept(String path, Path uploaded, Session session) throws IOException {
        try {
            byte[] id = session.getSessionId();
            drop.accept(
                    user,
                    person,
                    path,
                    uploaded,
                    id == null ? "" : HexFormat.of().formatHex(id));
        } catch (GateException e) {
            throw refused("release", path, e.getMessage());
        }
    }

    /** Notes down that something was refused; the result is what the client is told. */
    IOException refused(String what, String path, @Nullable String why) throws IOException {
        try {
            gate.log()
                    .append(
                            Event.Kind.REFUSED,
                            null,
                            person,
                            Map.of(
                                    "what", what,
                                    "path", VisibleText.of(path, LONGEST),
                                    "why", String.valueOf(why)));
        } catch (GateException e) {
            return denied(path, e.getMessage());
        }
        return denied(path, why);
    }

    private static AccessDeniedException denied(String path, @Nullable String why) {
        return new AccessDeniedException(VisibleText.of(path, LONGEST), null, why);
    }

    private Set<String> names() throws IOException {
        try {
            return drop.names(user);
        } catch (GateException e) {
            throw denied("/", e.getMessage());
        }
    }

    /** As clients name what they are sending: {@code .t1.csv.r1.part}, {@code t1.csv.part}, {@code t1.csv.filepart}. */
    private static boolean isPartOf(String path, String name) {
        if (path.equals(name + ".part") || path.equals(name + ".filepart")) {
            return true;
        }
        int slash = name.lastIndexOf('/') + 1;
        String hidden = name.substring(0, slash) + "." + name.substring(slash) + ".";
        return path.startsWith(hidden) && path.endsWith(".part") && path.indexOf('/', slash) < 0;
    }
}
