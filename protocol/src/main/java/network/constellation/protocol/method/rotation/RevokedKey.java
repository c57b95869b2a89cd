package network.constellation.protocol.method.rotation;

/** A generation that nobody may use any more. @param fingerprint 64 hexadecimal digits, outside any network */
public record RevokedKey(String wwwroot, String fingerprint, String reason) {}
