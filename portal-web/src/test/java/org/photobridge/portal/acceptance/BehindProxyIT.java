package org.photobridge.portal.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.photobridge.portal.test.OwnProcess;
import org.photobridge.portal.test.PortalClient;
import org.photobridge.portal.test.SimulatedTenant;

/** The portal where others come in by a proxy's TLS. */
@ExtendWith(WholePortal.Here.class)
@OwnProcess
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class BehindProxyIT {
    private static final String[] FORWARDED = {
        "X-Forwarded-For", "198.51.100.1, 203.0.113.9", "X-Forwarded-Proto", "https", "Authorization", "Bearer x"
    };

    private final PortalClient proxy;

    BehindProxyIT(WholePortal portal) {
        this.proxy = portal.client();
    }

    @Test
    void of_a_declared_proxy_it_believes_who_the_client_is_and_that_it_came_by_tls() throws Exception {
        HttpResponse<String> page = proxy.send("/signin.xhtml", "GET", FORWARDED);
        assertThat(header(page, "Set-Cookie")).contains("Secure", "HttpOnly").containsIgnoringCase("SameSite=Lax");
        assertThat(header(page, "Strict-Transport-Security")).isEqualTo("max-age=31536000");

        assertThat(proxy.send("/api/v1/plans", "GET", FORWARDED).statusCode()).isEqualTo(401);

        String refused = proxy.send(
                        "/api/v1/audit?action=request.refused",
                        "GET",
                        "Authorization",
                        "Bearer " + SimulatedTenant.API_TOKEN)
                .body();
        assertThat(refused).contains("\"203.0.113.9\"").doesNotContain("198.51.100.1");
    }

    private static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
