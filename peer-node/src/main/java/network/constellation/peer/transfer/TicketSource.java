package network.constellation.peer.transfer;

import network.constellation.protocol.method.transfer.TransferTicket;

/** Asks the holder for a ticket, by a signed and encrypted call; asked again when one has expired. */
@FunctionalInterface
public interface TicketSource {
    TransferTicket ask() throws Exception;
}
