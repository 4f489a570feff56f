package org.photobridge.portal.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoFilesTest {
    @TempDir
    Path folder;

    @Test
    void a_demo_begins_anew_unless_the_last_one_is_kept() throws IOException {
        String first = demo(false).password();

        assertThat(demo(true).password()).isEqualTo(first);
        assertThat(demo(false).password()).isNotEqualTo(first).matches("[a-z2-9]{12}");
    }

    @Test
    void the_simulated_tenant_s_addresses_are_filled_into_the_bootstrap_file() throws IOException {
        Files.writeString(folder.resolve("template.json"), "{\"graphUrl\": \"${graphUrl}\", \"id\": \"${tenantId}\"}");
        DemoFiles demo = demo(false);
        assertThat(demo.tenantIsKnown()).isFalse();
        Files.writeString(
                demo.tenant().resolve("tenant.properties"), "graphUrl=https\\://localhost\\:9441\ntenantId=abc\n");
        assertThat(demo.tenantIsKnown()).isTrue();

        assertThat(demo.writeBootstrap()).hasContent("{\"graphUrl\": \"https://localhost:9441\", \"id\": \"abc\"}");

        demo.forgetTenant();
        assertThat(demo.tenantIsKnown()).isFalse();
    }

    private DemoFiles demo(boolean keep) throws IOException {
        return new DemoFiles(folder.resolve("home"), folder.resolve("template.json"), keep);
    }
}
