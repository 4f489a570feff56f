/** Sync plans: from which source to which target, for whom, by which rules, when; and who is protected in all of them. */
package org.photobridge.portal.plan;
