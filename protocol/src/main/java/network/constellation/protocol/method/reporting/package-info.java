/**
 * What a site tells its hub about its use, in numbers only (network-admin.md 7): a figure has a name from a fixed list
 * and is told apart by an hour or a site's address, so that nothing about a person has a place to stand in. Declared here
 * because hub and site are each other's client and server. Entry class
 * {@link network.constellation.protocol.method.reporting.ReportMethods}.
 */
@NullMarked
package network.constellation.protocol.method.reporting;

import org.jspecify.annotations.NullMarked;
