package dev.sdc.engine.release;

import dev.sdc.engine.gate.Event;
import dev.sdc.engine.gate.GateException;
import dev.sdc.engine.gate.GateFolder;
import dev.sdc.engine.gate.Person;
import dev.sdc.engine.gate.Role;
import dev.sdc.engine.gate.SshPublicKey;
import dev.sdc.engine.gate.Workflow;
import dev.sdc.engine.report.VisibleText;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.cipher.BuiltinCiphers;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionContext;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.apache.sshd.server.forward.RejectAllForwardingFilter;
import org.apache.sshd.sftp.SftpModuleProperties;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/**
 * An SFTP server that lets in what the gate has approved, and nothing else: for sites that send with a client of their own.
 *
 * <p>Release admins log in with their keys of the keyring. They see what they sent themselves, and may fill the approved
 * names of requests whose approvals are for this server. Every login and everything that is refused is an event.
 */
public final class GateServer implements Closeable {
    private static final int MOST_ATTEMPTS = 6;
    private static final int LONGEST_USER = 64;
    private static final AttributeKey<Boolean> LOGGED_IN = new AttributeKey<>();

    private final SshServer server;
    private final GateFolder gate;
    private final Drop drop;
    private final String hostKey;

    /**
     * A server; it listens after {@link #start}.
     *
     * @param folder where released files get their names
     * @param key the server's host key, whose fingerprint the approvals name
     * @param ledgers are told what was released
     */
    public GateServer(Workflow workflow, Path folder, LoginKey key, List<Released.Ledger> ledgers) throws IOException {
        this.gate = workflow.gate();
        this.hostKey = KeyUtils.getFingerPrint(BuiltinDigests.sha256, key.pair().getPublic());
        this.drop = new Drop(workflow, folder, hostKey, ledgers);
        this.server = SshServer.setUpDefaultServer();
        server.setKeyPairProvider(KeyPairProvider.wrap(key.pair()));
        server.setCipherFactories(List.of(BuiltinCiphers.aes256gcm, BuiltinCiphers.aes128gcm));
        server.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE));
        server.setPublickeyAuthenticator((user, offered, session) -> mayLogIn(user, offered, session));
        server.setForwardingFilter(RejectAllForwardingFilter.INSTANCE);
        server.setAgentFactory(null);
        server.setShellFactory(null);
        server.setCommandFactory(null);
        server.setFileSystemFactory(new VirtualFileSystemFactory() {
            @Override
            public Path getUserHomeDir(SessionContext session) throws IOException {
                return Objects.requireNonNull(((Session) session).getAttribute(DropSession.KEY))
                        .root();
            }
        });
        SftpSubsystemFactory sftp = new SftpSubsystemFactory() {
            @Override
            public Command createSubsystem(ChannelSession channel) {
                return new DropSubsystem(channel, this);
            }
        };
        sftp.setFileSystemAccessor(new DropAccessor());
        server.setSubsystemFactories(List.of(sftp));
        server.addSessionListener(new Logins());
        CoreModuleProperties.MAX_AUTH_REQUESTS.set(server, MOST_ATTEMPTS);
        SftpModuleProperties.SFTP_VERSION.set(server, 3);
        SftpModuleProperties.OPENSSH_EXTENSIONS.set(server, "fsync@openssh.com=1");
        SftpModuleProperties.CLIENT_EXTENSIONS.set(server, "check-file-handle,check-file-name");
    }

    /** Listens; returns at once. */
    public void start(String host, int port) throws IOException {
        server.setHost(host);
        server.setPort(port);
        server.start();
    }

    /** The port that it listens on. */
    public int port() {
        return server.getPort();
    }

    /** The fingerprint of the host key. */
    public String hostKey() {
        return hostKey;
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }

    private boolean mayLogIn(String user, PublicKey offered, Session session) {
        try {
            Optional<Person> person = gate.keyring().holder(sshKey(offered), gate.now());
            boolean admin = person.isPresent()
                    && person.get().roles().values().stream().anyMatch(roles -> roles.contains(Role.RELEASE_ADMIN));
            if (admin) {
                session.setAttribute(
                        DropSession.KEY,
                        new DropSession(drop, gate, user, person.get().name()));
                return true;
            }
            event(
                    Event.Kind.LOGIN_REFUSED,
                    session,
                    person.map(Person::name).orElse("unknown"),
                    user,
                    KeyUtils.getFingerPrint(BuiltinDigests.sha256, offered));
            return false;
        } catch (GateException | IOException e) {
            return false; // whoever cannot be known stays out
        }
    }

    private static SshPublicKey sshKey(PublicKey key) throws GateException {
        ByteArrayBuffer buffer = new ByteArrayBuffer();
        buffer.putRawPublicKey(key);
        return SshPublicKey.ofBlob(buffer.getCompactData());
    }

    private void event(Event.Kind kind, Session session, String by, String user, String with)
            throws IOException, GateException {
        gate.log()
                .append(
                        kind,
                        null,
                        by,
                        Map.of(
                                "user", VisibleText.of(user, LONGEST_USER),
                                "from", String.valueOf(session.getRemoteAddress()),
                                "with", with));
    }

    /** Notes down who came in, and who did not although their key was known: the proof that it is theirs was missing. */
    private final class Logins implements SessionListener {
        @Override
        public void sessionEvent(Session session, SessionListener.Event happened) {
            DropSession known = session.getAttribute(DropSession.KEY);
            if (happened == SessionListener.Event.Authenticated && known != null) {
                session.setAttribute(LOGGED_IN, true);
                note(dev.sdc.engine.gate.Event.Kind.LOGIN, session, known.person(), "a key of the keyring");
            }
        }

        @Override
        public void sessionClosed(Session session) {
            if (session.getAttribute(LOGGED_IN) == null) {
                DropSession known = session.getAttribute(DropSession.KEY);
                note(
                        dev.sdc.engine.gate.Event.Kind.LOGIN_REFUSED,
                        session,
                        known == null ? "unknown" : known.person(),
                        "no login was completed");
            }
        }

        private void note(dev.sdc.engine.gate.Event.Kind kind, Session session, String by, String with) {
            try {
                event(kind, session, by, String.valueOf(session.getUsername()), with);
            } catch (IOException | GateException e) {
                session.close(true); // nothing happens here that is not noted down
            }
        }
    }
}
