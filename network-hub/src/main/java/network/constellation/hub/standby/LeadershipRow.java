package network.constellation.hub.standby;

/**
 * @param promoted term in which this site was promoted; 0: never
 * @param fencedBy the higher term that was seen; 0: none
 * @param frozen why nothing is signed although no higher term was seen; empty: not frozen
 */
record LeadershipRow(int promoted, int fencedBy, String frozen) {
    LeadershipRow fenced(int term) {
        return new LeadershipRow(promoted, term, frozen);
    }

    LeadershipRow frozenBy(String sentence) {
        return new LeadershipRow(promoted, fencedBy, sentence);
    }
}
