package org.photobridge.simulator.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.photobridge.simulator.M365Simulator;
import org.photobridge.simulator.SimulatorOptions;

class SharePointControlIT {
    private static M365Simulator simulator;

    @BeforeAll
    static void start() {
        simulator = M365Simulator.start(SimulatorOptions.defaults());
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @Test
    void rules_are_shown_and_changed_one_by_one() throws Exception {
        HttpResponse<String> changed = call("PATCH", "", "{\"pull\":{\"guard\":\"PT72H\"}}");
        assertThat(changed.body()).contains("\"guard\":\"PT72H\"").contains("\"errorBackOff\":\"PT12H\"");
        assertThat(simulator.sharePoint().pullRules().guard()).isEqualTo(Duration.ofHours(72));
        assertThat(call("PATCH", "", "{\"pull\":{\"guard\":\"soon\"}}").statusCode())
                .isEqualTo(400);
    }

    @Test
    void how_pictures_are_served_and_whether_renames_are_held_is_shown_and_changed() throws Exception {
        assertThat(call("PATCH", "", "{\"cdnTokenLife\":\"PT5M\",\"renamesHeld\":true}")
                        .body())
                .contains("\"cdnTokenLife\":\"PT5M\"", "\"renamesHeld\":true", "\"peopleSystemPictures\":false");
        assertThat(call("PATCH", "", "{\"cdnTokenLife\":\"PT0S\",\"renamesHeld\":false}")
                        .body())
                .contains("\"cdnTokenLife\":\"PT0S\"", "\"renamesHeld\":false");
        assertThat(call("POST", "/cookie", "").body()).contains("\"cookie\":\"FedAuth=");
    }

    @Test
    void files_are_put_read_and_taken_away() throws Exception {
        assertThat(call("PUT", "/pictures/x%20y_LThumb.jpg", "bytes").statusCode())
                .isEqualTo(204);
        assertThat(simulator.sharePoint().file("/User Photos/Profile Pictures/x y_LThumb.jpg"))
                .contains("bytes".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(call("GET", "/pictures/x%20y_LThumb.jpg", "").body()).isEqualTo("bytes");
        assertThat(call("DELETE", "/pictures/x%20y_LThumb.jpg", "").statusCode())
                .isEqualTo(204);
        assertThat(call("DELETE", "/pictures/x%20y_LThumb.jpg", "").statusCode())
                .isEqualTo(404);
    }

    private static HttpResponse<String> call(String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(simulator.controlUrl() + "/control/sharepoint" + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .timeout(Duration.ofSeconds(10))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
