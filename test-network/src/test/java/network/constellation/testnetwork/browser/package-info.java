/**
 * Pages in a real browser: {@link network.constellation.testnetwork.browser.Browser} drives the system's Chromium.
 * Where there is none, these tests are skipped with a notice, and fail when {@code CI=true}.
 */
@NullMarked
package network.constellation.testnetwork.browser;

import org.jspecify.annotations.NullMarked;
