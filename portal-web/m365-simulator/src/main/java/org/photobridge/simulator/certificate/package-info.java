/** Keys and certificates that the simulator makes for itself. */
package org.photobridge.simulator.certificate;
