/**
 * Envelopes: sign-then-seal and open-then-verify, in both suites (mnet-wire.md 3 to 5, docs/protocol/modern-suite.md).
 *
 * <p>Pure: bytes, keys and instants in, bytes or a refusal out; no clock, no store, no peers. The work is staged so
 * that the one runner can check between the stages: {@link network.constellation.protocol.envelope.EnvelopeReader}
 * tells the shape, {@link network.constellation.protocol.envelope.LegacyEnvelope} and
 * {@link network.constellation.protocol.envelope.ModernEnvelope} open, verify, sign and seal,
 * {@link network.constellation.protocol.envelope.AnswerOpener} is the caller's side of a legacy answer. Uses
 * {@code keys}, {@code protocol.xml}, {@code protocol.xmlrpc} and {@code protocol.limits}.
 */
@NullMarked
package network.constellation.protocol.envelope;

import org.jspecify.annotations.NullMarked;
