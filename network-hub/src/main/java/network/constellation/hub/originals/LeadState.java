package network.constellation.hub.originals;

/**
 * What the job of leading a site carries from step to step.
 *
 * @param fingerprint that the site's certificate must have; empty: verified TLS is the witness
 * @param boot whether it makes new keys by this hub's key boot
 * @param seen SHA-256 of the certificate that it showed first, hex; empty before
 */
public record LeadState(String wwwroot, String fingerprint, boolean boot, String seen, String actor) {
    LeadState saw(String certificate) {
        return new LeadState(wwwroot, fingerprint, boot, certificate, actor);
    }
}
