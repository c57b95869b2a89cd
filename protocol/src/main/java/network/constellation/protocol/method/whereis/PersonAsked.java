package network.constellation.protocol.method.whereis;

/**
 * Who is looked for, and by whom.
 *
 * @param text part of a user name, of first and last name, of an e-mail address or of an id number; taken literally
 * @param searcher user name at the hub of whoever asks: goes into the site's audit
 * @param limit at most so many accounts
 */
public record PersonAsked(String text, String searcher, long limit) {}
