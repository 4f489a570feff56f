package org.photobridge.portal.security;

/** What is wrong with one field of a form: the field, and the key of the words. */
public record FieldTrouble(String field, String key) {}
