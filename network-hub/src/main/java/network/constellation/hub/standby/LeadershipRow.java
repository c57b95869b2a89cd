package network.constellation.hub.standby;

/**
 * @param begun term of a promotion that has begun and not ended; 0: none
 * @param promoted term in which this site was promoted; 0: never
 * @param listsWait whether no suspension list is signed yet, as members have not told whom they know cut off
 * @param listsHeard number of the newest list of the former hub that is known here
 * @param fencedBy the higher term that was seen; 0: none
 * @param frozen why nothing is signed although no higher term was seen; empty: not frozen
 */
record LeadershipRow(int begun, int promoted, boolean listsWait, long listsHeard, int fencedBy, String frozen) {
    static final LeadershipRow NONE = new LeadershipRow(0, 0, false, 0, 0, "");

    LeadershipRow beginning(int term) {
        return new LeadershipRow(term, promoted, listsWait, listsHeard, fencedBy, frozen);
    }

    /** Leads in that term; what was true of an earlier one is over. */
    LeadershipRow leading(int term, long heard) {
        return new LeadershipRow(term, term, true, heard, 0, "");
    }

    LeadershipRow heard(long sequence) {
        return new LeadershipRow(begun, promoted, listsWait, sequence, fencedBy, frozen);
    }

    LeadershipRow ended() {
        return new LeadershipRow(0, promoted, false, listsHeard, fencedBy, frozen);
    }

    LeadershipRow fenced(int term) {
        return new LeadershipRow(0, promoted, listsWait, listsHeard, term, frozen);
    }

    LeadershipRow frozenBy(String sentence) {
        return new LeadershipRow(begun, promoted, listsWait, listsHeard, fencedBy, sentence);
    }
}
