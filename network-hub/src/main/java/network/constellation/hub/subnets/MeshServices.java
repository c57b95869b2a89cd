package network.constellation.hub.subnets;

import java.util.List;

/**
 * Which services two members of a sub-network open to each other: the originals' default strategy (network-admin.md
 * 2.3), single sign-on both ways. The administration services are never among them.
 */
final class MeshServices {
    static final List<String> SIBLINGS = List.of("sso_idp", "sso_sp");

    private MeshServices() {}
}
