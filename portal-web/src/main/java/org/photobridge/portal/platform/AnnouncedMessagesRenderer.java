package org.photobridge.portal.platform;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import jakarta.faces.context.ResponseWriterWrapper;
import java.io.IOException;
import java.util.List;
import org.primefaces.component.messages.Messages;
import org.primefaces.component.messages.MessagesRenderer;

/**
 * Draws messages as PrimeFaces does, but announces their block in place of each list item: a list whose items are alerts
 * is no list any more to a screen reader.
 */
public class AnnouncedMessagesRenderer extends MessagesRenderer {

    @Override
    protected void encodeMessages(
            FacesContext context, Messages messages, String severity, List<FacesMessage> ofSeverity)
            throws IOException {
        ResponseWriter plain = context.getResponseWriter();
        context.setResponseWriter(new RoleOnBlock(plain));
        try {
            super.encodeMessages(context, messages, severity, ofSeverity);
        } finally {
            context.setResponseWriter(plain);
        }
    }

    /** Moves the role from the items to the block around them, which is what is written first. */
    private static final class RoleOnBlock extends ResponseWriterWrapper {
        private boolean isBlockBegun;
        private String element = "";

        RoleOnBlock(ResponseWriter plain) {
            super(plain);
        }

        @Override
        public void startElement(String name, UIComponent component) throws IOException {
            super.startElement(name, component);
            element = name;
            if (!isBlockBegun) {
                isBlockBegun = true;
                super.writeAttribute("role", "alert", null);
            }
        }

        @Override
        public void writeAttribute(String name, Object value, String property) throws IOException {
            boolean ofItem = element.equals("li") && (name.equals("role") || name.equals("aria-atomic"));
            if (!ofItem) {
                super.writeAttribute(name, value, property);
            }
        }
    }
}
