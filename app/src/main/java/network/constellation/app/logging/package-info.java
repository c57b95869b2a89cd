/**
 * Where log lines go: {@link network.constellation.app.logging.LogSetup}, read by Logback at its first use. Faster to
 * start than a file of XML, and the same for every verb.
 */
@NullMarked
package network.constellation.app.logging;

import org.jspecify.annotations.NullMarked;
