package network.constellation.peer.health;

/** A real signed call of a tenant to itself over HTTP; bound in the tenant injector by {@code dispatch} or {@code outbound}. */
public interface SelfCall {
    /** @throws Exception with a sentence that says what is wrong, when the node cannot answer its own call */
    void call() throws Exception;
}
