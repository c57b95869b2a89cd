/**
 * Certificates as MNet knows them: {@link network.constellation.keys.certificate.SiteCertificate} reads and judges,
 * {@link network.constellation.keys.certificate.CertificateMaker} makes (mnet-wire.md 2.1 and 2.2). Uses
 * {@code provider} and {@code address}.
 */
@NullMarked
package network.constellation.keys.certificate;

import org.jspecify.annotations.NullMarked;
