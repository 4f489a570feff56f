/** The limits that Microsoft publishes, with a switch and with sizes that can be set. */
package org.photobridge.simulator.throttle;
