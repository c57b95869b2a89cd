package network.constellation.protocol.method.roaming;

/** How a site looks to users of others. */
public record ThemeInfo(String themeName, String logoUrl) {}
