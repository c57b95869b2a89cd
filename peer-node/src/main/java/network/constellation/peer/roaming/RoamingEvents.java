package network.constellation.peer.roaming;

/** The names under which this room writes into the audit. */
final class RoamingEvents {
    static final String JUMPED = "roaming.jumped";
    static final String JUMP_REFUSED = "roaming.jump-refused";
    static final String AUTHORISED = "roaming.authorised";
    static final String LANDED = "roaming.landed";
    static final String LANDING_REFUSED = "roaming.landing-refused";
    static final String ACCOUNT_CREATED = "roaming.account-created";
    static final String ENDED = "roaming.session-ended";
    static final String ACCESS_SET = "roaming.access-set";
    static final String ACCESS_REMOVED = "roaming.access-removed";
    static final String FIELDS_SET = "roaming.fields-set";

    static final String[] ALL = {
        JUMPED,
        JUMP_REFUSED,
        AUTHORISED,
        LANDED,
        LANDING_REFUSED,
        ACCOUNT_CREATED,
        ENDED,
        ACCESS_SET,
        ACCESS_REMOVED,
        FIELDS_SET
    };

    private RoamingEvents() {}
}
