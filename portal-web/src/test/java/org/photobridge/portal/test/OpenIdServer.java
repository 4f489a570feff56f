package org.photobridge.portal.test;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;

/** An OpenID provider on loopback, whose sign-in page takes any name and any claims. */
final class OpenIdServer {
    private static final String ISSUER = "contoso";

    private OpenIdServer() {}

    /** Starts it; it ends with the test run. @return the settings by which a portal signs people in with it */
    static List<String> start() throws IOException {
        MockOAuth2Server server = new MockOAuth2Server(new OAuth2Config(true));
        server.start(InetAddress.getByName("127.0.0.1"), 0);
        return List.of(
                "-Dphotobridge.oidc.issuer=" + server.issuerUrl(ISSUER),
                "-Dphotobridge.oidc.client-id=photobridge",
                "-Dphotobridge.oidc.client-secret=a-secret-between-us",
                "-Dphotobridge.oidc.name=Contoso",
                "-Dphotobridge.oidc.roles=Photobridge.Operator=operator,Photobridge.Admin=admin");
    }
}
