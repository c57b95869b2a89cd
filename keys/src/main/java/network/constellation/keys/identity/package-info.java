/**
 * Who a site is: {@link network.constellation.keys.identity.SiteKeys} is one generation of its own keys,
 * {@link network.constellation.keys.identity.PublicIdentity} what others know of it, and
 * {@link network.constellation.keys.identity.KeyStatement} binds the modern keys to the certificate
 * (protocol-security.md 1, rules 6 to 9). Uses {@code address}, {@code provider}, {@code certificate} and the enum of
 * {@code suite}.
 */
@NullMarked
package network.constellation.keys.identity;

import org.jspecify.annotations.NullMarked;
