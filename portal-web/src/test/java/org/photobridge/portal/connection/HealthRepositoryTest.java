package org.photobridge.portal.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Jdbi;
import org.photobridge.portal.test.BothDatabases;
import org.photobridge.portal.test.TestDatabase;
import org.photobridge.spi.ErrorCategory;
import org.photobridge.spi.HealthCheck;
import org.photobridge.spi.HealthReport;
import org.photobridge.spi.HealthStatus;
import org.photobridge.spi.LocalText;

class HealthRepositoryTest {
    private static final long CONNECTION = 1;
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final LocalText LABEL = LocalText.of("Sign in").in("id", "Masuk");

    @BothDatabases
    void report_comes_back_as_it_was_kept_with_the_kind_of_each_trouble(TestDatabase database) {
        connected(database);
        HealthRepository store = new HealthRepository(database.dataSource());
        KnownHealth health = new KnownHealth(
                new HealthReport(List.of(
                        HealthCheck.pass("host", LABEL, LABEL),
                        HealthCheck.warn("soon", LABEL, LABEL, LABEL).as(ErrorCategory.AUTHENTICATION),
                        HealthCheck.fail("down", LABEL, LABEL, LABEL).as(ErrorCategory.UNAVAILABLE),
                        HealthCheck.fail("odd", LABEL, LABEL, LABEL),
                        HealthCheck.skipped("rest", LABEL))),
                NOON);

        store.keep(CONNECTION, health);

        KnownHealth found = store.find(CONNECTION).orElseThrow();
        assertThat(found.at()).isEqualTo(NOON);
        assertThat(kinds(found)).isEqualTo(kinds(health));
        assertThat(found.report().checks().get(0).label().get(Locale.forLanguageTag("id")))
                .isEqualTo("Masuk");
    }

    private static List<String> kinds(KnownHealth health) {
        return health.report().checks().stream()
                .map(check -> check.code() + " " + check.status() + " " + check.category())
                .toList();
    }

    @BothDatabases
    void report_of_a_time_before_checks_had_a_kind_is_read(TestDatabase database) {
        Jdbi jdbi = connected(database);
        String words = "{\"en\":\"Sign in\",\"id\":\"Masuk\"}";
        String old = "[{\"code\":\"bad-secret\",\"label\":%1$s,\"status\":\"FAIL\",\"detail\":%1$s,\"remedy\":%1$s}]"
                .formatted(words);
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into connection_health (connection_id, checked_at, healthy, report)
                        values (:id, :now, false, :report)""")
                .bind("id", CONNECTION)
                .bind("now", NOON)
                .bind("report", old)
                .execute());

        HealthCheck check = new HealthRepository(database.dataSource())
                .find(CONNECTION)
                .orElseThrow()
                .report()
                .checks()
                .get(0);

        assertThat(check.status()).isEqualTo(HealthStatus.FAIL);
        assertThat(check.code()).isEqualTo("bad-secret");
        assertThat(check.category()).isEmpty();
    }

    private static Jdbi connected(TestDatabase database) {
        Jdbi jdbi = Jdbi.create(database.dataSource());
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into provider_connection (id, version, name, provider_id, role, proxy, extra_ca,
                          confirmed_route, changed_at)
                        values (:id, 1, 'Exchange', 'exchange', 'SOURCE', '', '', '', :now)""")
                .bind("id", CONNECTION)
                .bind("now", NOON)
                .execute());
        return jdbi;
    }
}
