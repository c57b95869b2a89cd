package network.constellation.keys.provider;

/** X25519 key agreement (RFC 7748) by Bouncy Castle, the fastest on offer (dependencies.md 3). */
public final class X25519 {
    private final CryptoEngine engine;

    X25519(CryptoEngine engine) {
        this.engine = engine;
    }

    public X25519PrivateKey generate() {
        return X25519PrivateKey.of(engine.randomBytes(X25519PrivateKey.LENGTH));
    }

    /**
     * The 32 shared bytes. The library call only returns false for an all-zero agreement; here it is an error
     * (protocol-security.md 1, rule 7).
     */
    public byte[] agree(X25519PrivateKey own, X25519PublicKey theirs) {
        byte[] shared = new byte[X25519PublicKey.LENGTH];
        if (!org.bouncycastle.math.ec.rfc7748.X25519.calculateAgreement(
                own.rawShared(), 0, theirs.rawShared(), 0, shared, 0)) {
            throw new MalformedKeyException("The X25519 agreement is all zero: the other key is weak.");
        }
        return shared;
    }
}
