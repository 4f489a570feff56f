/** The control port, for tests and for people who want to see what happened: JSON over plain HTTP. */
package org.photobridge.simulator.control;
