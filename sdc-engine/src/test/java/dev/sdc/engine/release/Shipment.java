package dev.sdc.engine.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdc.engine.gate.Destination;
import dev.sdc.engine.gate.Event;
import dev.sdc.engine.gate.GateAudit;
import dev.sdc.engine.gate.GateException;
import dev.sdc.engine.gate.SmallGate;
import dev.sdc.engine.gate.Standing;
import dev.sdc.engine.gate.Standing.State;
import dev.sdc.engine.gate.Workflow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A request on its way, and what must hold of it whatever breaks. */
final class Shipment {
    static final String BIG = "row,n\n".repeat(60_000);

    final SmallGate small;
    final Path drop;

    private Shipment(Path folder) throws Exception {
        drop = Files.createDirectories(folder.resolve("drop"));
        small = new SmallGate(folder);
    }

    /** A small file and one of 360,000 bytes. */
    static Shipment ofTwo(Path folder) throws Exception {
        Shipment shipment = new Shipment(folder);
        shipment.small.file("t1.csv", "a,b\n1,2\n");
        shipment.small.file("sub/t2.csv", BIG);
        return shipment;
    }

    /** So many files that they go side by side. */
    static Shipment ofMany(Path folder) throws Exception {
        Shipment shipment = new Shipment(folder);
        for (int i = 0; i < 32; i++) {
            shipment.small.file(i % 4 == 0 ? "sub/deep/t" + i + ".csv" : "t" + i + ".csv", BIG.substring(0, 997 * i));
        }
        return shipment;
    }

    void approve(Destination destination) throws Exception {
        small.destination = destination;
        assertThat(small.approved().state()).isEqualTo(State.APPROVED);
    }

    SftpTransport sftp() throws GateException {
        return new SftpTransport(LoginKey.of(small.key("adam")));
    }

    Standing release() throws Exception {
        return release(small.reopened(), sftp());
    }

    Standing release(Workflow workflow, Transport transport) throws IOException, GateException {
        return new Release(workflow, transport, Watcher.NONE, List.of())
                .run("r1", small.destination, small.key("adam"));
    }

    /** Whatever has its name is what was sent. */
    void wholeOrAbsent() throws IOException {
        for (String name : names()) {
            assertThat(drop.resolve(name)).as(name).hasSameBinaryContentAs(small.files.resolve(name));
        }
    }

    /** Everything arrived, and nothing was ordered, delivered or released twice. */
    void done() throws Exception {
        assertThat(small.standing().state()).isEqualTo(State.RELEASED);
        wholeOrAbsent();
        Set<String> sent = files(small.files);
        assertThat(files(drop)).isEqualTo(sent);
        List<String> delivered = new ArrayList<>();
        List<Event.Kind> kinds = new ArrayList<>();
        small.gate.log().read((event, digest) -> {
            kinds.add(event.kind());
            if (event.kind() == Event.Kind.DELIVERED) {
                delivered.add(event.details().get("file"));
            }
        });
        assertThat(delivered).containsExactlyInAnyOrderElementsOf(sent);
        assertThat(kinds).filteredOn(Event.Kind.RELEASED::equals).hasSize(1);
        assertThat(kinds).filteredOn(Event.Kind.ORDERED::equals).hasSize(1);
        assertThat(GateAudit.of(small.gate, List.of()).problems()).isEmpty();
    }

    /** Every file at the far side but parts, by name. */
    Set<String> names() throws IOException {
        Set<String> names = files(drop);
        names.removeIf(name -> name.endsWith(".part"));
        return names;
    }

    private static Set<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            Set<String> names = new TreeSet<>();
            files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .filter(name -> !name.startsWith(".gate"))
                    .forEach(names::add);
            return names;
        }
    }
}
