package dev.sdc.engine.release;

import dev.sdc.engine.gate.Destination;
import dev.sdc.engine.gate.Ed25519Key;
import java.io.IOException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.List;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpFileSystemAccessor;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** An SFTP server on the loopback interface, in this process. */
final class MinaServer implements AutoCloseable {
    private final SshServer server;
    private final Ed25519Key hostKey = Ed25519Key.generate();

    MinaServer(Path root, Ed25519Key login) throws Exception {
        this(root, login, SftpFileSystemAccessor.DEFAULT);
    }

    MinaServer(Path root, Ed25519Key login, SftpFileSystemAccessor accessor) throws Exception {
        server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setPort(0);
        server.setKeyPairProvider(KeyPairProvider.wrap(LoginKey.of(hostKey).pair()));
        PublicKey allowed = LoginKey.of(login).pair().getPublic();
        server.setPublickeyAuthenticator((user, key, session) -> KeyUtils.compareKeys(allowed, key));
        server.setFileSystemFactory(new VirtualFileSystemFactory(root));
        SftpSubsystemFactory sftp = new SftpSubsystemFactory();
        sftp.setFileSystemAccessor(accessor);
        server.setSubsystemFactories(List.of(sftp));
        server.start();
    }

    /** Lets a connection have no more than so many channels. */
    MinaServer withLines(int lines) {
        CoreModuleProperties.MAX_CONCURRENT_CHANNELS.set(server, lines);
        return this;
    }

    Destination destination() {
        return destination(server.getPort());
    }

    int port() {
        return server.getPort();
    }

    Destination destination(int port) {
        return new Destination(
                "sdc", "127.0.0.1", port, "/", hostKey.publicKey().fingerprint());
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }
}
