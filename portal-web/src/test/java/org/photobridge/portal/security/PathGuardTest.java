package org.photobridge.portal.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathGuardTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../WEB-INF/web.xml",
                "/%2e%2e/WEB-INF/web.xml",
                "/.%2E/x",
                "/a/..",
                "/..%2fx",
                "/a%5c..%5cx",
                "/..\\x",
                "/index.xhtml%00.css",
                "/%252e%252e/x",
                "/..;/WEB-INF/web.xml",
                "/index.xhtml;jsessionid=1234",
                "//evil.example/",
                "/x%0d%0aSet-Cookie:a=b"
            })
    void crooked_paths_are_refused(String path) {
        assertThat(PathGuard.isCrooked(path, null)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/index.xhtml",
                "/api/v1/runs/12/outcomes",
                "/api/v1/people/a.b%40contoso.com",
                "/jakarta.faces.resource/primeflex/3.3.1/primeflex.min.css.xhtml",
                "/jakarta.faces.resource/portal..css.xhtml",
                "/health/ready"
            })
    void ordinary_paths_pass(String path) {
        assertThat(PathGuard.isCrooked(path, "ln=portal&v=15.0.13&q=../x")).isFalse();
    }

    @Test
    void the_names_of_libraries_are_names() {
        assertThat(PathGuard.isCrooked("/jakarta.faces.resource/web.xml.xhtml", "ln=../WEB-INF"))
                .isTrue();
        assertThat(PathGuard.isCrooked("/jakarta.faces.resource/web.xml.xhtml", "ln=%2e%2e%2fWEB-INF"))
                .isTrue();
        assertThat(PathGuard.isCrooked("/jakarta.faces.resource/web.xml.xhtml", "v=1&con=WEB-INF/x"))
                .isTrue();
        assertThat(PathGuard.isCrooked("/jakarta.faces.resource/theme.css.xhtml", "ln=primefaces-arya-blue&v=15.0.12"))
                .isFalse();
    }
}
