/**
 * How a site lets one other site fetch one large content: {@link network.constellation.protocol.method.transfer.TransferTicket}
 * travels in signed and encrypted answers of other methods; {@link
 * network.constellation.protocol.method.transfer.ContentRequest} is the HTTP request that it permits
 * (docs/protocol/content-transfer.md).
 */
@NullMarked
package network.constellation.protocol.method.transfer;

import org.jspecify.annotations.NullMarked;
