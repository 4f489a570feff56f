/** Connections and app registrations: values, secrets, the form from the provider's schema, opening, health, pages. */
package org.photobridge.portal.connection;
