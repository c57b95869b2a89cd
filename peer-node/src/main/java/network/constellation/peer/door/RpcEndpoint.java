package network.constellation.peer.door;

/** What answers MNet calls of one tenant; bound in the tenant injector by {@code dispatch}. Never throws for bad input. */
public interface RpcEndpoint {
    RpcAnswer answer(RpcRequest request);

    /** The answer to a body over the limit: a plain fault, so that XML-RPC clients can read it. */
    RpcAnswer tooLarge(RpcRequest request);
}
