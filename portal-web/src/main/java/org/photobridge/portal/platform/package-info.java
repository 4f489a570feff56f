/** What every feature stands on: clock, data source, threads, home folder, encryption, queue, page furniture. Uses no other package. */
package org.photobridge.portal.platform;
