package org.photobridge.portal.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where browsers get the small pictures that are kept. */
@Named("thumbnails")
@ApplicationScoped
public class Thumbnails {

    /** The address, inside the portal, of the small picture that is kept of a person's in a system. */
    public String of(long connectionId, String accountId, String tag) {
        return address(connectionId, accountId, tag);
    }

    static String address(long connectionId, String accountId, String tag) {
        String person = URLEncoder.encode(accountId, StandardCharsets.UTF_8);
        return "/pictures?connection=" + connectionId + "&person=" + person + "&v=" + tag.substring(0, 8);
    }
}
