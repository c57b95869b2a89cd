/**
 * Pages: the router of a tenant, what a page sees of a request, how it answers, and the checks that none can forget
 * (who may, CSRF, security headers). A room contributes {@link network.constellation.peer.web.Pages}; the HTTP server
 * hands requests to {@link network.constellation.peer.web.WebEndpoint}. Uses {@code web.session}, {@code web.text},
 * {@code web.view}, {@code tenant}, {@code door}; knows no feature.
 */
@NullMarked
package network.constellation.peer.web;

import org.jspecify.annotations.NullMarked;
