/**
 * People's passwords at rest: {@link network.constellation.keys.password.PasswordHasher}. Uses {@code provider}.
 */
@NullMarked
package network.constellation.keys.password;

import org.jspecify.annotations.NullMarked;
