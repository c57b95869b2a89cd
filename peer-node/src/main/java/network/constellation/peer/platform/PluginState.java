package network.constellation.peer.platform;

/** Whether a plugin serves its users (network-admin.md 3.4). */
public enum PluginState {
    ENABLED,
    /** Only filters: off, but who edits a course may switch it on there. */
    AVAILABLE,
    /** Hidden: installed, and nobody meets it. */
    DISABLED
}
