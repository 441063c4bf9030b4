package dev.sdc.cli;

import dev.sdc.engine.gate.GateException;
import dev.sdc.engine.gate.Signatures;
import dev.sdc.engine.gate.Signer;
import dev.sdc.engine.gate.SshPublicKey;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Signs with {@code ssh-keygen -Y sign}, which asks for the passphrase itself, or has an agent sign. */
final class SshKeygen implements Signer {
    private final Path key;
    private final SshPublicKey publicKey;

    SshKeygen(Path key, SshPublicKey publicKey) {
        this.key = key;
        this.publicKey = publicKey;
    }

    @Override
    public SshPublicKey publicKey() {
        return publicKey;
    }

    @Override
    public byte[] sign(byte[] message) throws GateException {
        List<String> command =
                List.of("ssh-keygen", "-Y", "sign", "-q", "-n", Signatures.NAMESPACE, "-f", key.toString());
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (OutputStream in = process.getOutputStream()) {
                in.write(message);
            }
            byte[] out = process.getInputStream().readAllBytes();
            if (process.waitFor() != 0) {
                throw new GateException(key + ": ssh-keygen did not sign");
            }
            return Signatures.unarmoured(new String(out, StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new GateException("ssh-keygen cannot be run; install OpenSSH, or sign elsewhere: --draft FILE");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GateException("interrupted");
        }
    }
}
