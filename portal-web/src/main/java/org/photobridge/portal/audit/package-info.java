/** Who did what: the acting person or mechanism, and the append-only record of changes. */
package org.photobridge.portal.audit;
