package org.photobridge.portal.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.photobridge.portal.security.Access;
import org.photobridge.portal.security.Role;

/** Gives the API's description, to whoever has a token. */
@Path("openapi.yaml")
public class OpenApiResource {

    @GET
    @Produces("application/yaml")
    public byte[] description() {
        Access.require(Role.VIEWER);
        return text();
    }

    static byte[] text() {
        try (InputStream yaml = OpenApiResource.class.getResourceAsStream("openapi.yaml")) {
            return yaml.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
