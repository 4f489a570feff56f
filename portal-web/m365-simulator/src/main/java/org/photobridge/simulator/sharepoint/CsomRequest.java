package org.photobridge.simulator.sharepoint;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * A parsed ProcessQuery body: things to do, in order, and the objects they are done to.
 *
 * @param paths by their id
 */
record CsomRequest(List<CsomNode> actions, Map<String, CsomNode> paths) {
    private static final String NAMESPACE = "http://schemas.microsoft.com/sharepoint/clientquery/2009";

    CsomRequest {
        actions = List.copyOf(actions);
        paths = Map.copyOf(paths);
    }

    /** Reads the body; empty if it isn't a client query. External entities are never followed. */
    static Optional<CsomRequest> parse(byte[] body) {
        try {
            Element root = builder().parse(new ByteArrayInputStream(body)).getDocumentElement();
            if (!"Request".equals(root.getLocalName()) || !NAMESPACE.equals(root.getNamespaceURI())) {
                return Optional.empty();
            }
            return Optional.of(of(root));
        } catch (SAXException | IOException notXml) {
            return Optional.empty();
        }
    }

    private static CsomRequest of(Element root) {
        List<CsomNode> actions = new ArrayList<>();
        Map<String, CsomNode> paths = new LinkedHashMap<>();
        for (Element part : children(root)) {
            boolean isActions = part.getLocalName().equals("Actions");
            for (Element child : children(part)) {
                CsomNode node = node(child);
                if (isActions) {
                    actions.add(node);
                } else {
                    paths.put(node.id(), node);
                }
            }
        }
        return new CsomRequest(actions, paths);
    }

    private static CsomNode node(Element element) {
        List<String> parameters = new ArrayList<>();
        children(element).stream()
                .filter(child -> child.getLocalName().equals("Parameters"))
                .flatMap(child -> children(child).stream())
                .forEach(parameter -> parameters.add(parameter(parameter)));
        String parent = element.getAttribute("ParentId");
        return new CsomNode(
                element.getLocalName(),
                element.getAttribute("Id"),
                parent.isEmpty() ? element.getAttribute("ObjectPathId") : parent,
                element.getAttribute("Name"),
                element.getAttribute("TypeId"),
                parameters);
    }

    /** Lists are joined as profiles store them. */
    private static String parameter(Element parameter) {
        if (!parameter.getAttribute("Type").equals("Array")) {
            return parameter.getTextContent();
        }
        return String.join(
                "|", children(parameter).stream().map(Element::getTextContent).toList());
    }

    private static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    private static DocumentBuilder builder() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return builder;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the JDK's XML parser lacks a feature it always had", e);
        }
    }
}
