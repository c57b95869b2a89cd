package network.constellation.protocol.envelope;

import network.constellation.keys.suite.Suite;

/**
 * An encrypted envelope as it arrived (mnet-wire.md 4): positional ciphertexts, decoded from base64.
 *
 * @param suite by the algorithm of the key: our HPKE identifier means modern, everything else legacy
 * @param wwwroot the raw text of the outer wwwroot, untrusted, exactly as sent (trailing slashes matter)
 * @param key legacy: the wrapped session key; modern: the encapsulated key. Empty when its base64 was bad
 * @param ciphertext legacy: RC4 text; modern: salt and AES-GCM text
 * @param window modern: the encoded public facts of the window; empty in legacy envelopes
 */
public record SealedEnvelope(Suite suite, String wwwroot, byte[] key, byte[] ciphertext, byte[] window) {}
