package network.constellation.hub.api;

/** The request of an operation that asks for nothing. */
public record NoInput() {}
