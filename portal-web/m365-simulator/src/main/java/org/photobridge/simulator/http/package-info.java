/** HTTP without any knowledge of Microsoft 365: requests, responses, the server, its log and its injected faults. */
package org.photobridge.simulator.http;
