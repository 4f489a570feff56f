package org.photobridge.portal.account;

import org.photobridge.portal.engine.Condition;

/**
 * What there is to say about one person's picture, and from what it follows.
 *
 * @param reasonCode why the condition is so; empty text if there is nothing to say
 */
record Saying(Verdict verdict, Condition condition, String reasonCode) {}
