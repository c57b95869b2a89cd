package network.constellation.keys.suite;

/** One HPKE context, reduced to its exporter: the secret of a window. Immutable and safe for any number of threads. */
public final class HpkeContext {
    private final Hpke hpke;
    private final byte[] exporterSecret;

    HpkeContext(Hpke hpke, byte[] exporterSecret) {
        this.hpke = hpke;
        this.exporterSecret = exporterSecret;
    }

    /** {@code Context.Export} of RFC 9180 5.3. */
    public byte[] export(byte[] exporterContext, int length) {
        return hpke.export(exporterSecret, exporterContext, length);
    }

    /** The secret itself, for an agreement that is saved to a file on purpose. */
    public byte[] exporterSecret() {
        return exporterSecret.clone();
    }

    /** A context restored from its saved secret. */
    public static HpkeContext restored(Hpke hpke, byte[] exporterSecret) {
        return new HpkeContext(hpke, exporterSecret.clone());
    }

    @Override
    public String toString() {
        return "HpkeContext[secret]";
    }
}
