package org.photobridge.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.photobridge.spi.Account;
import org.photobridge.spi.AccountQuery;
import org.photobridge.spi.Capability;
import org.photobridge.spi.ErrorCategory;
import org.photobridge.spi.Group;
import org.photobridge.spi.GroupQuery;
import org.photobridge.spi.IdentifierType;
import org.photobridge.spi.PageRequest;
import org.photobridge.spi.PhotoRequest;
import org.photobridge.spi.PhotoResult;
import org.photobridge.spi.ProviderException;

/**
 * What every photo source keeps to. A provider's test extends this class, says what its system holds at the beginning of
 * each test, and inherits the tests.
 */
public abstract class PhotoSourceContract extends SourceContractSteps {

    private static final List<String> ODD_TEXTS =
            List.of("'", "\"", "\\", "%", "*", ")(", "<b>", "\u202e", "a\nb", "&$=");

    @Test
    void paging_ends_and_covers_everybody_once() {
        List<Account> all = listed(AccountQuery.all(), pageSize());
        assertThat(ids(all)).doesNotHaveDuplicates().hasSize(people());
    }

    @Test
    void size_of_the_pages_changes_nothing() {
        assertThat(listed(AccountQuery.all(), 100))
                .containsExactlyInAnyOrderElementsOf(listed(AccountQuery.all(), pageSize()));
    }

    @Test
    void people_are_found_by_every_identifier_they_are_asked_by() {
        Account account = account(withPhoto().get(0));
        List<String> ways = new ArrayList<>(List.of(account.id()));
        account.identifier(IdentifierType.USER_PRINCIPAL_NAME).ifPresent(ways::add);
        account.identifier(IdentifierType.EMAIL).ifPresent(ways::add);
        for (String way : ways) {
            assertThat(ids(listed(AccountQuery.these(List.of(way)), 20)))
                    .as(way)
                    .containsExactly(account.id());
        }
    }

    @Test
    void unknown_people_are_missing_and_the_others_come_all_the_same() {
        List<String> mixture = new ArrayList<>(withPhoto());
        mixture.add(stranger().id());
        mixture.add("o'nobody@contoso.example");
        assertThat(listed(AccountQuery.these(mixture), 20)).hasSameSizeAs(withPhoto());
    }

    @Test
    void results_match_the_requests_in_number_and_order() {
        List<PhotoRequest> requests = mixedRequests();
        List<String> alone = requests.stream()
                .map(request -> told(read(List.of(request))).get(0))
                .toList();
        assertThat(told(read(requests))).isEqualTo(alone);
        Collections.reverse(requests);
        List<String> backwards = told(read(requests));
        Collections.reverse(backwards);
        assertThat(backwards).isEqualTo(alone);
    }

    @Test
    void photo_that_is_still_the_same_is_not_read_again() {
        PhotoRequest request = request(withPhoto().get(0));
        String fingerprint = fingerprint(read(List.of(request)).get(0));
        assertThat(read(List.of(request.unlessStill(fingerprint)))).containsExactly(PhotoResult.notModified());
    }

    @Test
    void photo_with_another_fingerprint_is_read() {
        PhotoRequest request = request(withPhoto().get(0));
        String fingerprint = fingerprint(read(List.of(request)).get(0));
        PhotoResult again =
                read(List.of(request.unlessStill(fingerprint + "x"))).get(0);
        assertThat(fingerprint(again)).isEqualTo(fingerprint);
    }

    @Test
    void missing_photo_is_absent_by_an_explained_code() {
        for (PhotoResult result : read(requests(withoutPhoto()))) {
            assertThat(result).isInstanceOf(PhotoResult.Absent.class);
        }
    }

    @Test
    void stranger_harms_nobody_in_the_batch() {
        List<PhotoRequest> requests = new ArrayList<>(List.of(PhotoRequest.of(stranger(), PIXELS)));
        requests.addAll(requests(withPhoto()));
        List<PhotoResult> results = read(requests);
        assertThat(results.get(0)).isNotInstanceOf(PhotoResult.Found.class);
        assertThat(results.subList(1, results.size())).allMatch(PhotoResult.Found.class::isInstance);
    }

    @Test
    void full_batch_is_answered_in_full() {
        assertThat(end().maxBatchSize()).isBetween(1, 20);
        List<PhotoRequest> requests = listed(AccountQuery.all(), 20).stream()
                .limit(end().maxBatchSize())
                .map(account -> PhotoRequest.of(account, PIXELS))
                .toList();
        assertThat(read(requests)).hasSameSizeAs(requests);
    }

    @Test
    void cancellation_at_any_wait_loses_no_result() {
        List<PhotoRequest> requests = mixedRequests();
        List<String> undisturbed = told(read(requests));
        for (int granted = 0; !isReadToTheEnd(requests, undisturbed, granted); granted++) {
            assertThat(granted).as("waits in one batch").isLessThan(FAR_TOO_MANY);
        }
    }

    private boolean isReadToTheEnd(List<PhotoRequest> requests, List<String> undisturbed, int granted) {
        ScriptedCallContext call = call().cancelledAfter(granted);
        List<PhotoResult> results = new ArrayList<>();
        boolean refused = letsPassTheCancellation(call, () -> results.addAll(inParts(requests, call)));
        if (!refused) {
            assertThat(results).hasSameSizeAs(requests);
            List<String> told = told(results);
            IntStream.range(0, told.size())
                    .filter(i -> !(results.get(i) instanceof PhotoResult.NotAttempted))
                    .forEach(i -> assertThat(told.get(i)).isEqualTo(undisturbed.get(i)));
        }
        return call.costs().size() < granted;
    }

    @Test
    void several_threads_read_at_once() {
        List<PhotoRequest> requests = mixedRequests();
        List<String> alone = told(read(requests));
        List<CompletableFuture<List<String>>> readers = IntStream.range(0, 4)
                .mapToObj(thread -> call())
                .map(call -> CompletableFuture.supplyAsync(() -> told(inParts(requests, call))))
                .toList();
        assertThat(readers.stream().map(CompletableFuture::join)).allMatch(alone::equals);
    }

    @Test
    void groups_are_listed_once_each_or_not_offered() {
        if (can(Capability.GROUPS)) {
            List<String> ids = groupsListed().stream().map(Group::id).toList();
            assertThat(ids).doesNotHaveDuplicates().containsAll(groups().keySet());
            assertThat(groups()).as("groups that the contract test knows of").isNotEmpty();
        } else {
            assertUnsupported(() -> end().listGroups(GroupQuery.all(), PageRequest.first(1), call()));
        }
    }

    @Test
    void members_are_listed_once_each_or_not_offered() {
        if (can(Capability.GROUPS)) {
            groups().forEach((group, members) -> assertThat(ids(listed(AccountQuery.inGroup(group), 2)))
                    .as("members of " + group)
                    .containsExactlyInAnyOrderElementsOf(members));
        } else {
            AccountQuery query = AccountQuery.inGroup("any");
            assertUnsupported(() -> end().listAccounts(query, PageRequest.first(1), call()));
        }
    }

    @Test
    void unknown_group_is_not_found() {
        if (can(Capability.GROUPS)) {
            AccountQuery query = AccountQuery.inGroup(stranger().id());
            ProviderException thrown = catchThrowableOfType(
                    ProviderException.class, () -> end().listAccounts(query, PageRequest.first(1), call()));
            assertThat(thrown).isNotNull();
            note(thrown);
            assertThat(thrown.category()).isEqualTo(ErrorCategory.NOT_FOUND);
            assertExplained(thrown.code());
        }
    }

    @Test
    void search_finds_people_by_how_their_name_begins_or_is_not_offered() {
        Account account = account(withPhoto().get(0));
        String name = account.displayName();
        AccountQuery query = AccountQuery.search(name.substring(0, Math.min(4, name.length())));
        if (can(Capability.SEARCH)) {
            assertThat(ids(listed(query, 20))).contains(account.id());
        } else {
            assertUnsupported(() -> end().listAccounts(query, PageRequest.first(1), call()));
        }
    }

    @Test
    void odd_search_texts_are_texts() {
        if (can(Capability.SEARCH)) {
            for (String text : ODD_TEXTS) {
                assertThat(listed(AccountQuery.search(text), 20)).as(text).hasSizeLessThanOrEqualTo(people());
            }
        }
    }

    @Test
    void facts_of_a_person_have_labels() {
        assertThat(note(end().describe(account(withPhoto().get(0)), call())))
                .allSatisfy(fact -> assertThat(fact.label().toString()).isNotBlank());
    }
}
