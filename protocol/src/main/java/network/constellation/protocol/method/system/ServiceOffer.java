package network.constellation.protocol.method.system;

/**
 * One line of {@code system/listServices}, from the viewpoint of the answering side (mnet-wire.md 8).
 *
 * @param publish the caller may call its methods here
 * @param subscribe the answering side may call its methods at the caller
 */
public record ServiceOffer(String name, String apiVersion, boolean publish, boolean subscribe) {}
