/**
 * Letters to people: {@link network.constellation.peer.mail.Mail} takes an order, a durable job has the letter written
 * by the room that knows it ({@link network.constellation.peer.mail.LetterWriter}) and sends it by SMTP. A letter is
 * written when it is sent, so one-time links never lie in the database. Uses {@code jobs} and {@code config}.
 */
@NullMarked
package network.constellation.peer.mail;

import org.jspecify.annotations.NullMarked;
