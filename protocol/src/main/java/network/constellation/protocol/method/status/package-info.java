/**
 * The answers of the originals' administration and course functions: a status, errors and fields as JSON in one string
 * (network-admin.md 3.1, courses-and-certificates.md 2.1). Entry class
 * {@link network.constellation.protocol.method.status.StatusAnswer}.
 */
@NullMarked
package network.constellation.protocol.method.status;

import org.jspecify.annotations.NullMarked;
