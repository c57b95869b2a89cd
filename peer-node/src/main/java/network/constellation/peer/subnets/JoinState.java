package network.constellation.peer.subnets;

/**
 * What the job of joining carries from step to step. The invitation holds a token that is worth nothing once used, and
 * before that only together with this site's keys and address.
 *
 * @param invitation the line as it was pasted
 * @param actor who pasted it
 */
public record JoinState(String invitation, String actor) {}
