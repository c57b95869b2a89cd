package network.constellation.hub.standby;

/**
 * @param begun term of a promotion that has begun and not ended; 0: none
 * @param promoted term in which this site was promoted; 0: never
 * @param listsWait whether no suspension list is signed yet, as members have not told whom they know cut off
 * @param fencedBy the higher term that was seen; 0: none
 * @param frozen why nothing is signed although no higher term was seen; empty: not frozen
 */
record LeadershipRow(int begun, int promoted, boolean listsWait, int fencedBy, String frozen) {
    static final LeadershipRow NONE = new LeadershipRow(0, 0, false, 0, "");

    LeadershipRow beginning(int term) {
        return new LeadershipRow(term, promoted, listsWait, fencedBy, frozen);
    }

    /** Leads in that term; what was true of an earlier one is over. */
    LeadershipRow leading(int term) {
        return new LeadershipRow(term, term, true, 0, "");
    }

    LeadershipRow ended() {
        return new LeadershipRow(0, promoted, false, fencedBy, frozen);
    }

    LeadershipRow fenced(int term) {
        return new LeadershipRow(0, promoted, listsWait, term, frozen);
    }

    LeadershipRow frozenBy(String sentence) {
        return new LeadershipRow(begun, promoted, listsWait, fencedBy, sentence);
    }
}
