package org.photobridge.spi;

/** The kinds of identifier by which systems know a person. Flows from the provider to the host only. */
public enum IdentifierType {
    /** The Entra object id. */
    OBJECT_ID,
    /** The user principal name. */
    USER_PRINCIPAL_NAME,
    /** The primary e-mail address. */
    EMAIL,
    /** The employee number of the HR system. */
    EMPLOYEE_ID,
    /** A plain account name, such as LDAP's uid or sAMAccountName. */
    ACCOUNT_NAME
}
