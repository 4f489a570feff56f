package org.photobridge.portal.connection;

import java.util.List;
import org.photobridge.spi.LocalText;

/**
 * One box of a connection's form.
 *
 * @param registered whether an app registration fills it; then the form has a choice of it here
 */
public record FormGroup(String name, LocalText label, boolean registered, List<FormField> fields) {}
