package network.constellation.hub.rotation;

/** Whose next keys are to be told. */
public record TellWork(String about) {}
