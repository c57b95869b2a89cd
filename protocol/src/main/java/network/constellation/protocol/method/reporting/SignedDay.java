package network.constellation.protocol.method.reporting;

/**
 * A day's figures with the site's word for them.
 *
 * @param signature Ed25519 by the site's present signing key over {@link DayFigures#signed}
 */
public record SignedDay(DayFigures figures, byte[] signature) {
    public SignedDay {
        signature = signature.clone();
    }

    @Override
    public byte[] signature() {
        return signature.clone();
    }
}
