/**
 * Which cryptography runs: {@link network.constellation.keys.provider.CryptoEngine} picks the fastest correct
 * provider per operation, and the key types and helpers here are what the other rooms of {@code keys} build with.
 * Uses the JDK, Bouncy Castle and (where it loads) Amazon Corretto Crypto Provider.
 */
@NullMarked
package network.constellation.keys.provider;

import org.jspecify.annotations.NullMarked;
