/**
 * The hub as an HTTP interface for programs: operations that rooms declare once, tokens with scopes, and the OpenAPI
 * document made of the declarations. Uses founding, for its verbs; tokens are handed on as
 * {@link network.constellation.hub.founding.Inheritance}. Entry classes
 * {@link network.constellation.hub.api.ApiRoom}, by which a room adds operations to
 * {@link network.constellation.hub.api.Operations}, and
 * {@link network.constellation.hub.api.ApiTokens}.
 */
@NullMarked
package network.constellation.hub.api;

import org.jspecify.annotations.NullMarked;
