package network.constellation.hub.registry;

/** Told after a member was admitted, or what the registry says of one has changed; a set of these is contributed. */
public interface MembersListener {
    /** Returns at once; whatever follows, follows later. */
    void membersChanged();
}
