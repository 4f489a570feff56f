package org.photobridge.sharepoint;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.photobridge.spi.CallContext;
import org.photobridge.spi.ProviderException;

/** Sets properties by CSOM: all in one request, so that no stop falls between them. */
final class CsomPropertyWriter implements PropertyWriter {
    private static final String PATH = "/_vti_bin/client.svc/ProcessQuery";
    private static final String PEOPLE_MANAGER_TYPE = "{cf560d69-0fdb-4489-a216-b6b47adf8ef8}";
    private static final int FIRST_METHOD_ID = 3;

    private final SharePointHosts hosts;

    CsomPropertyWriter(SharePointHosts hosts) {
        this.hosts = hosts;
    }

    @Override
    public void set(String accountName, Map<String, String> properties, CallContext call) {
        byte[] body = query(accountName, properties).getBytes(StandardCharsets.UTF_8);
        requireNoError(hosts.send(ServiceRequest.post(Site.ADMIN, PATH, "text/xml;charset=utf-8", body), call));
    }

    @Override
    public int requests(int properties) {
        return 1;
    }

    /** CSOM answers 200 to everything; what happened is in the first element of its answer. */
    private static void requireNoError(ServiceAnswer answer) {
        List<Json> answers = answer.json().items();
        if (answers.isEmpty() || !answers.get(0).has("ErrorInfo")) {
            throw Problem.UNREADABLE_ANSWER.exception(answer.describe("no CSOM answer: " + answer.text()));
        }
        Json error = answers.get(0).get("ErrorInfo");
        if (error.isObject()) {
            throw new ProviderException(Refusals.failure(answer, error));
        }
    }

    static String query(String accountName, Map<String, String> properties) {
        StringBuilder actions = new StringBuilder("<ObjectPath Id=\"2\" ObjectPathId=\"1\"/>");
        int id = FIRST_METHOD_ID;
        for (Map.Entry<String, String> property : properties.entrySet()) {
            actions.append(method(id, accountName, property.getKey(), property.getValue()));
            id++;
        }
        return "<?xml version=\"1.0\" encoding=\"utf-8\"?>"
                + "<Request xmlns=\"http://schemas.microsoft.com/sharepoint/clientquery/2009\""
                + " SchemaVersion=\"15.0.0.0\" LibraryVersion=\"16.0.0.0\" ApplicationName=\"Photobridge\">"
                + "<Actions>" + actions + "</Actions>"
                + "<ObjectPaths><Constructor Id=\"1\" TypeId=\"" + PEOPLE_MANAGER_TYPE + "\"/></ObjectPaths>"
                + "</Request>";
    }

    private static String method(int id, String accountName, String name, String value) {
        return "<Method Name=\"SetSingleValueProfileProperty\" Id=\"" + id + "\" ObjectPathId=\"1\"><Parameters>"
                + parameter(accountName) + parameter(name) + parameter(value) + "</Parameters></Method>";
    }

    private static String parameter(String text) {
        return "<Parameter Type=\"String\">" + escape(text) + "</Parameter>";
    }

    /** Also quotes, so that the text may stand anywhere. */
    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&apos;");
    }
}
