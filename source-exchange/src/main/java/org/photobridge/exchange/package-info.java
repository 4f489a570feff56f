/**
 * Exchange Online as a photo source, over Microsoft Graph.
 *
 * <p>{@link org.photobridge.exchange.GraphGateway} is the only class that talks to Graph and
 * {@link org.photobridge.exchange.EntraTokens} the only one that signs in; the others ask questions and read answers.
 */
package org.photobridge.exchange;
