package network.constellation.protocol.envelope;

/** Placeholder of the skeleton for the daily X25519 keys of one tenant; moves to {@code keys.agreement}. */
public interface AgreementKeys {}
