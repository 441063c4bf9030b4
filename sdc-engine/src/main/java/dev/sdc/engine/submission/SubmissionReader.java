package dev.sdc.engine.submission;

import dev.sdc.engine.submission.SubmissionDocument.Entry;
import dev.sdc.engine.submission.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads what was handed in: the files, and the declaration {@code submission.yaml} that goes with them.
 *
 * <p>Where the declaration lists {@code outputs}, these are the release and every other file is undeclared; where it does
 * not, every file is an output. The declaration itself and the folder {@code evidence} are never released.
 */
public final class SubmissionReader {
    private SubmissionReader() {}

    /**
     * Reads a folder.
     *
     * @param declaration the declaration file, or null for {@code submission.yaml} in the folder, where there is one
     * @throws DeclarationException if the folder is missing or empty, or the declaration is not understood or does not
     *     fit the files; the message names file, line and column
     */
    public static Submission readFolder(Path folder, @Nullable Path declaration) throws DeclarationException {
        if (!Files.isDirectory(folder)) {
            throw new DeclarationException(folder + ": this is not a folder; check the path.");
        }
        return ofFiles(List.of(folder), declaration);
    }

    /**
     * Reads files and folders given one by one. Names are relative to the deepest folder that holds them all, which is
     * also where {@code submission.yaml} and {@code evidence} are looked for.
     *
     * @param declaration the declaration file, or null for {@code submission.yaml} among the paths, where there is one
     * @throws DeclarationException as for a folder
     */
    public static Submission ofFiles(List<Path> paths, @Nullable Path declaration) throws DeclarationException {
        HandedIn handedIn = HandedIn.find(paths);
        if (declaration == null && !handedIn.declared() && paths.size() > 1) {
            refuseStrayDeclarations(handedIn);
        }
        SubmissionDocument document = null;
        Map<String, OutputFile> files = handedIn.files();
        if (declaration != null) {
            document = SubmissionDocument.read(declaration.toString(), bytes(declaration, YamlReader.MOST_BYTES));
            files = handedIn.without(declaration);
        } else if (handedIn.declared()) {
            document = SubmissionDocument.read(
                    handedIn.declaration().toString(), bytes(notLinked(handedIn.declaration()), YamlReader.MOST_BYTES));
        }
        if (files.isEmpty()) {
            throw new DeclarationException(handedIn.base() + ": there is no file to check.");
        }
        return document == null
                ? undescribed(files)
                : described(document, containment(document, handedIn.base()), files);
    }

    private static List<byte[]> containment(SubmissionDocument document, Path base) throws DeclarationException {
        List<byte[]> tables = new ArrayList<>();
        int together = 0;
        for (String file : document.containment()) {
            byte[] table = bytes(notLinked(base.resolve(file)), ContainmentTable.MOST_BYTES);
            together += table.length;
            if (together > ContainmentTable.MOST_BYTES) {
                throw new DeclarationException(file + ": the containment tables have together more than "
                        + (ContainmentTable.MOST_BYTES >> 20) + " MB; leave out the wholes that no output names.");
            }
            tables.add(table);
        }
        return tables;
    }

    /**
     * Reads what was handed in before, from wherever it is kept.
     *
     * @param declaration the bytes of its {@code submission.yaml}, or null where it had none
     * @param containment the tables of containment, in the order in which the declaration names them
     * @throws DeclarationException if the declaration does not fit the files
     */
    public static Submission ofKept(byte @Nullable [] declaration, List<byte[]> containment, List<OutputFile> files)
            throws DeclarationException {
        Map<String, OutputFile> byName = new TreeMap<>();
        files.forEach(file -> byName.put(file.path(), file));
        if (declaration == null) {
            return undescribed(byName);
        }
        SubmissionDocument document = SubmissionDocument.read(HandedIn.DECLARATION, declaration);
        if (containment.size() != document.containment().size()) {
            throw new DeclarationException(
                    HandedIn.DECLARATION + ": not all tables of containment that it names were kept.");
        }
        return described(document, containment, byName);
    }

    private static void refuseStrayDeclarations(HandedIn handedIn) throws DeclarationException {
        for (String stray : handedIn.strayDeclarations()) {
            throw new DeclarationException(handedIn.base().resolve(stray)
                    + ": this declaration belongs to one of several folders; check that folder alone, or name the"
                    + " declaration for all with --submission.");
        }
    }

    /** A link could lead to any file of the machine, whose words would then stand in messages. */
    private static Path notLinked(Path declaration) throws DeclarationException {
        if (Files.isSymbolicLink(declaration)) {
            throw new DeclarationException(declaration + ": the declaration is a link; put the file itself here.");
        }
        return declaration;
    }

    private static byte[] bytes(Path declaration, int most) throws DeclarationException {
        if (!Files.isRegularFile(declaration)) {
            throw new DeclarationException(declaration + ": there is no such declaration file; check the path.");
        }
        try (InputStream in = Files.newInputStream(declaration)) {
            return in.readNBytes(most + 1);
        } catch (IOException e) {
            throw new DeclarationException(declaration + ": the declaration cannot be read; check its permissions.");
        }
    }

    private static Submission undescribed(Map<String, OutputFile> files) {
        SubmissionBuilder submission = Submission.builder();
        files.values().forEach(submission::file);
        return submission.build();
    }

    private static Submission described(
            SubmissionDocument document, List<byte[]> containment, Map<String, OutputFile> files)
            throws DeclarationException {
        List<Declaration.Hierarchy> hierarchies =
                new ArrayList<>(document.defaults().hierarchies());
        List<OutputFile> tables = new ArrayList<>();
        for (int i = 0; i < containment.size(); i++) {
            String name = document.containment().get(i);
            hierarchies.addAll(ContainmentTable.read(name, containment.get(i)));
            tables.add(OutputFile.inMemory(name, containment.get(i)));
        }
        SubmissionBuilder submission = Submission.builder()
                .id(document.id())
                .title(document.title())
                .purpose(document.purpose())
                .requester(document.requester())
                .dataset(document.dataset())
                .profile(document.profile())
                .defaults(
                        document.defaults().toBuilder().hierarchies(hierarchies).build())
                .containment(tables)
                .declarationBytes(document.bytes());
        List<Entry> entries = document.entries();
        if (entries == null) {
            files.values().forEach(submission::file);
            return submission.build();
        }
        submission.listsOutputs(true);
        Set<String> listed = new LinkedHashSet<>();
        for (Declaration output : OutputEntries.fit(entries, files.keySet())) {
            submission.output(output);
            listed.add(output.file() == null ? "" : output.file());
        }
        files.forEach((name, file) -> {
            if (listed.contains(name)) {
                submission.file(file);
            } else {
                submission.undeclared(file);
            }
        });
        return submission.build();
    }
}
