package dev.sdc.engine.release;

import dev.sdc.engine.gate.Destination;
import dev.sdc.engine.gate.GateException;
import java.io.IOException;
import java.security.PublicKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.cipher.BuiltinCiphers;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.kex.KexProposalOption;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.common.signature.BuiltinSignatures;
import org.apache.sshd.common.signature.Signature;
import org.apache.sshd.core.CoreModuleProperties;
import org.jspecify.annotations.Nullable;

/**
 * SFTP. The server is known by the fingerprint in the approvals, and by nothing on this machine: no list of known hosts, no
 * configuration of SSH, no agent is read. Only AES-GCM is spoken.
 */
public final class SftpTransport implements Transport {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** A server has keys of several kinds, of which one was approved: each kind is asked for by itself. */
    private static final List<String> KINDS_OF_HOST_KEYS = List.of(
            "ssh-ed25519", "ecdsa-sha2-nistp256,ecdsa-sha2-nistp384,ecdsa-sha2-nistp521", "rsa-sha2-512,rsa-sha2-256");

    private static final List<NamedFactory<Signature>> SIGNATURES = List.of(
            BuiltinSignatures.ed25519,
            BuiltinSignatures.nistp256,
            BuiltinSignatures.nistp384,
            BuiltinSignatures.nistp521,
            BuiltinSignatures.rsaSHA512,
            BuiltinSignatures.rsaSHA256);

    /** How many files go side by side, unless something else is said. */
    public static final int LINES = 6;

    private final LoginKey login;
    private final int lines;

    /** A transport that logs in with a key. */
    public SftpTransport(LoginKey login) {
        this(login, LINES);
    }

    /**
     * A transport that logs in with a key.
     *
     * @param lines how many files go side by side at most; 1 for a server that hangs up when it is asked for more channels
     */
    public SftpTransport(LoginKey login, int lines) {
        this.login = login;
        this.lines = lines;
    }

    @Override
    public FarSide connect(Destination destination) throws IOException, GateException {
        List<String> seen = new ArrayList<>();
        IOException last = null;
        for (String kind : KINDS_OF_HOST_KEYS) {
            Attempt attempt = new Attempt(destination, kind);
            try {
                return attempt.connect();
            } catch (IOException e) {
                if (attempt.accepted) {
                    throw e; // the right server; asking for other keys would not help
                }
                if (attempt.seen != null) {
                    seen.add(attempt.seen);
                } else {
                    last = e;
                }
            }
        }
        if (!seen.isEmpty()) {
            throw new GateException("the server is not the one that was approved: its host keys are "
                    + String.join(", ", seen) + ", approved was " + destination.hostKey() + "; nothing was sent");
        }
        throw last == null ? new IOException("the server cannot be reached") : last;
    }

    private final class Attempt {
        private final Destination destination;
        private final SshClient client = SshClient.setUpDefaultClient();
        private volatile boolean accepted;
        private volatile @Nullable String seen;

        Attempt(Destination destination, String hostKeys) {
            this.destination = destination;
            client.setCipherFactories(List.of(BuiltinCiphers.aes256gcm, BuiltinCiphers.aes128gcm));
            client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
            client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
            client.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE));
            client.setAgentFactory(null);
            client.setServerKeyVerifier((session, address, key) -> isApproved(key));
            client.setSignatureFactories(SIGNATURES);
            client.addSessionListener(new SessionListener() {
                @Override
                public void sessionNegotiationOptionsCreated(Session session, Map<KexProposalOption, String> proposal) {
                    proposal.put(KexProposalOption.SERVERKEYS, hostKeys);
                }
            });
            CoreModuleProperties.HEARTBEAT_INTERVAL.set(client, PATIENCE);
            CoreModuleProperties.HEARTBEAT_NO_REPLY_MAX.set(client, 2);
            CoreModuleProperties.AUTH_TIMEOUT.set(client, PATIENCE);
            CoreModuleProperties.TCP_NODELAY.set(client, true); // questions are short, and each waits for its answer
        }

        private boolean isApproved(PublicKey key) {
            String fingerprint = KeyUtils.getFingerPrint(BuiltinDigests.sha256, key);
            seen = fingerprint;
            accepted = destination.hostKey().equals(fingerprint);
            return accepted;
        }

        FarSide connect() throws IOException {
            boolean connected = false;
            client.start();
            try {
                ClientSession session = client.connect(destination.user(), destination.host(), destination.port())
                        .verify(PATIENCE)
                        .getSession();
                session.addPublicKeyIdentity(login.pair());
                session.auth().verify(PATIENCE);
                FarSide far = new SftpFarSide(session, destination, lines, () -> {
                    try {
                        session.close();
                    } finally {
                        client.stop();
                    }
                });
                connected = true;
                return far;
            } finally {
                if (!connected) {
                    client.stop();
                }
            }
        }
    }
}
