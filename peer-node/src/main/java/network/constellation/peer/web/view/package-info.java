/**
 * The design system: frame, tables, forms, badges, progress, empty states, confirmations. A template gets a
 * {@link network.constellation.peer.web.view.Page} as {@code p}; templates are compiled at build time by JTE, one engine per
 * Maven module ({@link network.constellation.peer.web.view.Templates}). Uses {@code web.text}.
 */
@NullMarked
package network.constellation.peer.web.view;

import org.jspecify.annotations.NullMarked;
