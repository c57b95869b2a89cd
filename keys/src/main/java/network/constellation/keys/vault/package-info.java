/**
 * Private keys at rest: a {@link network.constellation.keys.vault.Vault} keeps a site's ring through restarts,
 * {@link network.constellation.keys.vault.FileVault} sealed in files. Uses {@code ring}, {@code identity},
 * {@code provider} and files; a hardware module would be another {@link network.constellation.keys.vault.Sealer}.
 */
@NullMarked
package network.constellation.keys.vault;

import org.jspecify.annotations.NullMarked;
