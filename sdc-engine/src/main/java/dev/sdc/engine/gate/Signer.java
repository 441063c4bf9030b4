package dev.sdc.engine.gate;

/** A person's, or the gate's, power to sign. */
public interface Signer {
    /** The public key that verifies. */
    SshPublicKey publicKey();

    /**
     * Signs a message: plain Ed25519, or SSHSIG in the gate's namespace.
     *
     * @throws GateException if it cannot be signed
     */
    byte[] sign(byte[] message) throws GateException;
}
