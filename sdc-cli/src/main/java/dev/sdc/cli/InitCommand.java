package dev.sdc.cli;

import dev.sdc.engine.Examination;
import dev.sdc.engine.OutputChecker;
import dev.sdc.engine.rule.Profiles;
import dev.sdc.engine.submission.DeclarationException;
import dev.sdc.engine.submission.Submission;
import dev.sdc.engine.submission.SubmissionReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sdc init}: drafts the declaration of a folder, for the analyst to confirm. */
@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Drafts submission.yaml for a folder: what is understood of every output, to be confirmed.")
final class InitCommand implements Subcommand {
    private static final String DECLARATION = "submission.yaml";

    private final Terminal terminal;

    @Parameters(paramLabel = "DIR", description = "The folder of the outputs.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path folder;

    @Option(names = "--evidence", description = "Adds what the rules ask for, to be filled in.")
    private boolean evidence;

    InitCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, UsageException, DeclarationException {
        Path target = folder.resolve(DECLARATION);
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new UsageException(
                    target + ": there is a declaration already, and it is not overwritten. Move it away"
                            + " to draft a new one");
        }
        Submission submission = SubmissionReader.readFolder(folder, null);
        Examination examination;
        try (Containment contained = new Containment(terminal)) {
            examination = OutputChecker.standard()
                    .readBy(contained.reader())
                    .examine(submission, Profiles.choose(null, submission));
        }
        byte[] draft = new Draft(examination, evidence).text().getBytes(StandardCharsets.UTF_8);
        try {
            Files.write(target, draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw new UsageException(target + ": a declaration appeared meanwhile; it is not overwritten");
        } catch (IOException e) {
            throw new UsageException(
                    target + ": cannot be written (" + e.getClass().getSimpleName() + ")");
        }
        terminal.say("drafted " + target + "; answer its questions, confirm every line, then: sdc check " + folder);
        return ExitCode.PASS;
    }
}
