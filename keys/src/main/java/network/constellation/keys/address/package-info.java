/**
 * How sites are named: {@link network.constellation.keys.address.Wwwroot}. Uses nothing but the JDK.
 */
@NullMarked
package network.constellation.keys.address;

import org.jspecify.annotations.NullMarked;
