/**
 * For tests of pages: {@link network.constellation.peer.web.testing.TestingSite} is a real node with one site over
 * HTTP, {@link network.constellation.peer.web.testing.PageBrowser} keeps cookies and submits forms.
 */
@NullMarked
package network.constellation.peer.web.testing;

import org.jspecify.annotations.NullMarked;
