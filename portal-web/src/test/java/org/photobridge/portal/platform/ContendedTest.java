package org.photobridge.portal.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.photobridge.portal.test.BothDatabases;
import org.photobridge.portal.test.TestDatabase;

class ContendedTest {

    private static int insert(Handle handle, String account) {
        return handle.execute(
                "insert into picture_preview (connection_id, account_id, made_at, etag, jpeg)"
                        + " values (1, ?, current_timestamp, 'tag', ?)",
                account,
                new byte[] {1});
    }

    @BothDatabases
    void a_row_that_somebody_else_was_faster_with_is_found_the_next_time(TestDatabase database) {
        Jdbi jdbi = Jdbi.create(database.dataSource());
        Jdbi somebodyElse = Jdbi.create(database.dataSource());
        AtomicInteger tries = new AtomicInteger();

        Contended.useTransaction(jdbi, handle -> {
            int updated = handle.execute("update picture_preview set etag = 'ours' where account_id = 'anna'");
            if (tries.incrementAndGet() == 1) {
                somebodyElse.useHandle(other -> insert(other, "anna"));
            }
            if (updated == 0) {
                insert(handle, "anna");
            }
        });

        assertThat(tries).hasValue(2);
        List<String> etags = jdbi.withHandle(handle -> handle.createQuery("select etag from picture_preview")
                .mapTo(String.class)
                .list());
        assertThat(etags).containsExactly("ours");
    }

    @BothDatabases
    void what_goes_wrong_each_time_is_not_tried_for_ever(TestDatabase database) {
        Jdbi jdbi = Jdbi.create(database.dataSource());
        AtomicInteger tries = new AtomicInteger();
        jdbi.useHandle(handle -> insert(handle, "anna"));

        assertThatThrownBy(() -> Contended.useTransaction(jdbi, handle -> {
                    tries.incrementAndGet();
                    insert(handle, "anna");
                }))
                .isInstanceOf(JdbiException.class);

        assertThat(tries).hasValue(3);
    }

    @BothDatabases
    void a_mistake_is_not_tried_again(TestDatabase database) {
        Jdbi jdbi = Jdbi.create(database.dataSource());
        AtomicInteger tries = new AtomicInteger();

        assertThatThrownBy(() -> Contended.useTransaction(jdbi, handle -> {
                    tries.incrementAndGet();
                    handle.execute("select nonsense");
                }))
                .isInstanceOf(JdbiException.class);

        assertThat(tries).hasValue(1);
    }
}
