package dev.sdc.engine.submission;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The files that were handed in, by their name inside the submission.
 *
 * @param base the folder that names are relative to
 * @param files every file but the declaration and the evidence, in the order of their names
 * @param declared whether the declaration was among them
 */
record HandedIn(Path base, Map<String, OutputFile> files, boolean declared) {
    static final String DECLARATION = "submission.yaml";

    private static final String EVIDENCE = "evidence";

    private static final int MOST_FILES = 100_000;

    /**
     * Finds the files of paths given one by one: a folder stands for all files below it.
     *
     * <p>Links are not followed; a link is a file of its own. What cannot be looked into is listed as a file too, so that
     * it is refused and not overlooked.
     */
    static HandedIn find(List<Path> paths) throws DeclarationException {
        List<Path> roots = new ArrayList<>(paths.size());
        for (Path path : paths) {
            roots.add(root(path));
        }
        Path base = commonFolder(roots);
        Map<String, OutputFile> files = new TreeMap<>();
        for (Path root : roots) {
            walk(base, root, files);
        }
        boolean declared = files.remove(DECLARATION) != null;
        return new HandedIn(base, files, declared);
    }

    /** Where the declaration of these files would stand. */
    Path declaration() {
        return base.resolve(DECLARATION);
    }

    /** The files but one, which is the declaration under whatever name it has. */
    Map<String, OutputFile> without(Path declaration) {
        Map<String, OutputFile> others = new TreeMap<>(files);
        others.values().removeIf(file -> isSame(file, declaration));
        return others;
    }

    /** The declarations that lie in single folders of several, where names would not fit. */
    List<String> strayDeclarations() {
        return files.keySet().stream()
                .filter(name -> name.endsWith("/" + DECLARATION))
                .toList();
    }

    /** Whether a file of this name is never released. */
    static boolean isKept(String name) {
        return name.equals(DECLARATION) || isEvidence(name);
    }

    /** Whether a file of this name is for the checker only. */
    static boolean isEvidence(String name) {
        return name.startsWith(EVIDENCE + "/");
    }

    private static boolean isSame(OutputFile file, Path other) {
        try {
            return file.content() instanceof OutputFile.Content.OnDisk content
                    && !Files.isSymbolicLink(content.location())
                    && Files.isSameFile(content.location(), other);
        } catch (IOException e) {
            return false;
        }
    }

    private static Path root(Path path) throws DeclarationException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new DeclarationException(path + ": there is no such file or folder; check the path.");
        }
        try {
            // a link to a folder, named by the person who runs the check, is that folder
            return Files.isDirectory(path)
                    ? path.toRealPath()
                    : path.toAbsolutePath().normalize();
        } catch (IOException e) {
            throw new DeclarationException(path + ": the folder cannot be opened; check its permissions.");
        }
    }

    /** The deepest folder that holds everything, so that names say as little as they can and are still different. */
    private static Path commonFolder(List<Path> roots) throws DeclarationException {
        Path common = null;
        for (Path root : roots) {
            Path folder = isFolder(root) ? root : root.getParent();
            if (common == null) {
                common = folder;
            }
            while (common != null && folder != null && !folder.startsWith(common)) {
                common = common.getParent();
            }
        }
        if (common == null) {
            throw new DeclarationException(
                    "no file or folder to check was named, or they share no folder; name those of one folder.");
        }
        return common;
    }

    private static boolean isFolder(Path path) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }

    private static void walk(Path base, Path root, Map<String, OutputFile> files) throws DeclarationException {
        Path evidence = base.resolve(EVIDENCE);
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return folder.equals(evidence) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    return add(file);
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException reason) throws IOException {
                    return add(file);
                }

                @Override
                public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException reason)
                        throws IOException {
                    return reason == null ? FileVisitResult.CONTINUE : add(folder);
                }

                private FileVisitResult add(Path file) throws IOException {
                    String name = FileNames.within(base, file);
                    if (!name.startsWith(EVIDENCE + "/")) {
                        put(name, file);
                    }
                    if (files.size() > MOST_FILES) {
                        throw new IOException("too many files");
                    }
                    return FileVisitResult.CONTINUE;
                }

                /** Bytes that are no letters are escaped, which may give two files one name: both are listed, and refused. */
                private void put(String name, Path file) {
                    String free = name;
                    OutputFile known = files.get(free);
                    while (known != null && !known.content().equals(new OutputFile.Content.OnDisk(file))) {
                        free += OutputFile.UNREADABLE;
                        known = files.get(free);
                    }
                    files.put(free, OutputFile.onDisk(free, file));
                }
            });
        } catch (IOException e) {
            throw new DeclarationException(
                    root + ": more than " + MOST_FILES + " files; name the folder that holds the outputs alone.");
        }
    }
}
