/**
 * Words in English and French: {@link network.constellation.peer.web.text.Texts} finds the bundle of a room,
 * {@link network.constellation.peer.web.text.Message} is a sentence not yet said in a language. Uses the JDK only.
 */
@NullMarked
package network.constellation.peer.web.text;

import org.jspecify.annotations.NullMarked;
