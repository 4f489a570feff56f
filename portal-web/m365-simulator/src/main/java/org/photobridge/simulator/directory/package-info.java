/** Who and what the tenant holds: people, groups, pictures and app registrations, all made from a seed. */
package org.photobridge.simulator.directory;
