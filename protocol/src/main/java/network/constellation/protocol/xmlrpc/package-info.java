/**
 * Calls and answers to and from XML-RPC documents, in the dialects of the field. Entry class:
 * {@link network.constellation.protocol.xmlrpc.XmlRpcCodec}. May use {@code call}, {@code xml}, {@code limits} and
 * {@code compat}; the types of the Apache library do not leave this room.
 */
@NullMarked
package network.constellation.protocol.xmlrpc;

import org.jspecify.annotations.NullMarked;
