package org.photobridge.simulator.sharepoint;

/** An address that isn't an OData expression; SharePoint answers it with 400 (observed). */
final class InvalidExpression extends Exception {
    private static final long serialVersionUID = 1L;

    InvalidExpression(String expression) {
        super("The expression \"" + expression + "\" is not valid.");
    }
}
