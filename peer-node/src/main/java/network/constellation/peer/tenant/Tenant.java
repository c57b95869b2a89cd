package network.constellation.peer.tenant;

import java.nio.file.Path;
import network.constellation.keys.address.Wwwroot;

/**
 * One site that this process serves; injectable in everything that belongs to it.
 *
 * @param directory its own folder (vault, files, embedded database), readable by the owner only
 */
public record Tenant(Wwwroot wwwroot, String name, Path directory) {}
