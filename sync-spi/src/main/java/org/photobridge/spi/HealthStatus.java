package org.photobridge.spi;

/** How a health check ended. Flows from the provider to the host only. */
public enum HealthStatus {
    /** All is well. */
    PASS,
    /** Works, but something should be looked at. */
    WARN,
    /** Won't work until somebody does something. */
    FAIL,
    /** Not tried, because an earlier check failed. */
    SKIPPED
}
