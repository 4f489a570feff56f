package org.photobridge.portal.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.photobridge.portal.api.RequestsResource.RequestBody;
import org.photobridge.portal.job.Scope;

class ApiBodyTest {

    private static final String SYNC = "'kind': 'sync', 'scope': {'kind': 'all'}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'dryRun': true}                              | 'dryRun' is unknown here",
                "{'scope': {'kind': 'all', 'who': 1}}          | 'scope.who' is unknown here",
                "{'kind': ['sync']}                            | 'kind' isn't as expected",
                "{'kind': true}                                | 'kind' isn't as expected",
                "{'plan': 1.5}                                 | 'plan' isn't as expected",
                "{'scope': 'all'}                              | 'scope' isn't as expected",
                "{'scope': []}                                 | 'scope' isn't as expected",
                "{'scope': {'ids': 'anna'}}                    | 'scope.ids' isn't as expected",
                "{'scope': {'ids': ['anna', {}]}}              | 'scope.ids[1]' isn't as expected",
                "{'scope': {'ids': ['anna', ['budi']]}}        | 'scope.ids[1]' isn't as expected",
                "{'replaceAnyway': 'yes'}                      | 'replaceAnyway' isn't as expected",
                "{'replaceAnyway': 1}                          | 'replaceAnyway' isn't as expected",
                "{'follows': 'one'}                            | 'follows' isn't as expected",
                "{'follows': '1'}                              | 'follows' isn't as expected",
                "{'follows': 1.5}                              | 'follows' isn't as expected",
                "{'follows': 99999999999999999999}             | 'follows' isn't as expected",
                "{'follows': 1e400}                            | 'follows' isn't as expected",
                "{'kind': 'check', 'kind': 'sync'}             | twice",
                "{'scope': {'kind': 'all', 'kind': 'group'}}   | twice",
                "{} {}                                         | line 1",
                "{} x                                          | line 1",
                "{'kind': 'sync'                               | line 1",
                "[]                                            | The body is empty or not a JSON object",
                "'sync'                                        | The body is empty or not a JSON object",
                "7                                             | The body is empty or not a JSON object",
                "``                                            | The body is empty or not a JSON object"
            })
    void what_is_wrong_with_a_body_is_said_with_its_place(String body, String words) {
        assertThatThrownBy(() -> read(body))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(words)
                .hasMessageNotContaining("org.photobridge");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'kind': 'list', 'ids': [null]}               | 'scope.ids[0]' is empty",
                "{'kind': 'list', 'ids': ['anna', ' ']}        | 'scope.ids[1]' is empty",
                "{'kind': 'account', 'ids': ['an\\u0000na']}   | 'scope.ids[0]' has characters that are no text",
                "{'kind': 'account', 'ids': ['an\\ud800na']}   | 'scope.ids[0]' has characters that are no text",
                "{'kind': 'all', 'label': '\\u0000'}           | 'scope.label' has characters that are no text",
                "{'kind': 'everybody'}                         | 'scope.kind' is one of account, list, group, all",
                "{'kind': null}                                | 'scope.kind' is one of",
                "{}                                            | 'scope.kind' is one of",
                "{'kind': 'all', 'ids': ['anna']}              | 'scope.ids': A scope of kind ALL",
                "{'kind': 'list', 'ids': null}                 | 'scope.ids': A scope of kind LIST",
                "{'kind': 'account', 'ids': ['anna', 'budi']}  | 'scope.ids': A scope of kind ACCOUNT"
            })
    void a_scope_that_makes_no_sense_is_refused_with_the_field(String scope, String words) {
        assertThatThrownBy(() ->
                        RequestsResource.scope(read("{'scope': " + scope + "}").scope()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(words);
    }

    @Test
    void an_id_that_is_too_long_is_nobodys() {
        assertThatThrownBy(() -> RequestsResource.scope(
                        read("{'scope': {'kind': 'account', 'ids': ['" + "a".repeat(401) + "']}}")
                                .scope()))
                .hasMessage("'scope.ids[0]' has more than 400 characters.");
    }

    @Test
    void what_is_left_out_and_null_are_the_same() throws IOException {
        RequestBody body = read("{" + SYNC + ", 'plan': null, 'replaceAnyway': null, 'reason': null, 'follows': null}");

        assertThat(body).isEqualTo(read("{" + SYNC + "}"));
        assertThat(RequestsResource.scope(body.scope())).isEqualTo(Scope.all());
    }

    @Test
    void a_plan_may_be_named_by_the_number_that_the_list_of_plans_tells() throws IOException {
        assertThat(read("{'plan': 7}").plan()).isEqualTo("7");
    }

    private static RequestBody read(String body) throws IOException {
        byte[] json = body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return ApiJson.read(new ByteArrayInputStream(json), RequestBody.class);
    }
}
