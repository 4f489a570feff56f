/** A local Microsoft 365: token end point, Graph and SharePoint, as far as photo synchronisation needs them. */
package org.photobridge.simulator;
