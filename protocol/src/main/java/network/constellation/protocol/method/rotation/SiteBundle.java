package network.constellation.protocol.method.rotation;

/** Public keys of a site. @param bundle PEM: certificate, statement, recipient key, successions */
public record SiteBundle(String wwwroot, String bundle) {}
