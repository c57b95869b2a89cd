/**
 * The only room that parses XML. Entry classes: {@link network.constellation.protocol.xml.XmlReader} (hardened,
 * re-used SAX readers) and {@link network.constellation.protocol.xml.XmlText} (safe text for writers). May use
 * {@code protocol.limits}.
 */
@NullMarked
package network.constellation.protocol.xml;

import org.jspecify.annotations.NullMarked;
