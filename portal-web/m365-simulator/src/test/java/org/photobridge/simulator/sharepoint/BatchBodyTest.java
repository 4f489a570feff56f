package org.photobridge.simulator.sharepoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BatchBodyTest {
    private static final String READ = """
            --batch_1
            Content-Type: application/http
            Content-Transfer-Encoding: binary

            GET https://localhost/_api/web HTTP/1.1
            accept: application/json

            """;
    private static final String WRITE = """
            --batch_1
            Content-Type: multipart/mixed; boundary="changeset_2"

            --changeset_2
            Content-Type: application/http
            Content-Transfer-Encoding: binary

            POST https://localhost/_api/x HTTP/1.1
            content-type: application/json

            {"a":"ü"}

            --changeset_2--

            """;

    @Test
    void reads_and_writes_are_found_in_order_with_their_headers_and_bodies() {
        List<BatchBody.Item> items = items(READ + WRITE + "--batch_1--\n").orElseThrow();
        assertThat(items).extracting(BatchBody.Item::method).containsExactly("GET", "POST");
        assertThat(items.get(0).target()).isEqualTo("https://localhost/_api/web");
        assertThat(items.get(0).headers().get("ACCEPT")).containsExactly("application/json");
        assertThat(new String(items.get(1).body(), StandardCharsets.UTF_8)).startsWith("{\"a\":\"ü\"}");
    }

    @Test
    void line_ends_of_both_kinds_are_read() {
        assertThat(items((READ + "--batch_1--\n").replace("\n", "\r\n")).orElseThrow())
                .hasSize(1);
    }

    @Test
    void a_body_that_is_no_batch_is_not_taken_for_one() {
        assertThat(BatchBody.items("application/json", "{}".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(items("--batch_1\nContent-Type: application/http\n\nnonsense\n--batch_1--\n"))
                .isEmpty();
    }

    private static Optional<List<BatchBody.Item>> items(String body) {
        return BatchBody.items("multipart/mixed; boundary=batch_1", body.getBytes(StandardCharsets.UTF_8));
    }
}
