package org.photobridge.spi;

/** Who can remedy an error. Flows from the provider to the host only. */
public enum Fixer {
    /** The person whose picture it is. */
    PERSON,
    /** Helpdesk people, in the portal. */
    HELPDESK,
    /** An admin of the source's or target's tenant. */
    TENANT_ADMIN,
    /** Whoever runs the portal and its network. */
    OPERATOR,
    /** The remote service: wait, or open a ticket there. */
    SERVICE
}
