/** Microsoft Graph v1.0: users, groups, members, photos and batches. */
package org.photobridge.simulator.graph;
