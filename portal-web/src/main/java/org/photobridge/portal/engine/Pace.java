package org.photobridge.portal.engine;

import java.time.Clock;

/** Everything about time that a run needs. */
record Pace(Clock clock, Waiter waiter, Gate gate, Backoff backoff) {}
