package org.photobridge.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.photobridge.simulator.M365Simulator;
import org.photobridge.simulator.SimulatorOptions;
import org.photobridge.simulator.directory.Person;
import org.photobridge.simulator.graph.ClaimsChallenge;
import org.photobridge.simulator.http.Fault;
import org.photobridge.simulator.http.LoggedRequest;
import org.photobridge.simulator.http.SimResponse;
import org.photobridge.simulator.http.Site;
import org.photobridge.spi.Account;
import org.photobridge.spi.AccountQuery;
import org.photobridge.spi.EligibilityFact;
import org.photobridge.spi.ErrorCategory;
import org.photobridge.spi.Failure;
import org.photobridge.spi.Group;
import org.photobridge.spi.GroupQuery;
import org.photobridge.spi.PageRequest;
import org.photobridge.spi.PhotoRequest;
import org.photobridge.spi.PhotoResult;
import org.photobridge.spi.PhotoSource;
import org.photobridge.testkit.ScriptedCallContext;
import org.photobridge.testkit.TestProviderContext;

/** What only shows with a whole tenant: its special people, its faults, and what goes over the wire. */
class ExchangePhotoSourceIT {
    private static M365Simulator simulator;

    @TempDir
    private Path workFolder;

    private TestProviderContext context;
    private PhotoSource source;
    private ScriptedCallContext call;

    @BeforeAll
    static void startTenant() {
        simulator = M365Simulator.start(SimulatorOptions.defaults());
    }

    @AfterAll
    static void stopTenant() {
        simulator.close();
    }

    @BeforeEach
    void open() {
        context = SimulatedTenant.context(simulator, workFolder, Clock.systemUTC());
        source = new ExchangeSourceFactory()
                .open(SimulatedTenant.withCertificate(simulator, simulator.clientCertificate()), context);
        call = ScriptedCallContext.keeping(source.rateLimits());
        simulator.requests().clear();
    }

    @AfterEach
    void close() {
        source.close();
        context.close();
        simulator.faults().clear();
        simulator.graph().challenge(ClaimsChallenge.NOBODY);
        simulator.graph().answerNotModified(false);
    }

    private List<Account> everybody() {
        return source.listAccounts(AccountQuery.all(), PageRequest.first(999), call)
                .accounts();
    }

    private PhotoRequest request(String alias) {
        return PhotoRequest.of(Account.of(person(alias).objectId(), ""), 648);
    }

    private PhotoResult read(String alias) {
        return source.readPhotos(List.of(request(alias)), call).get(0);
    }

    private static Person person(String alias) {
        return simulator.tenant().named(alias);
    }

    @Test
    void second_look_at_everybody_downloads_nothing() {
        List<PhotoRequest> requests = everybody().stream()
                .filter(account -> !account.id().equals(person("slow.photo").objectId()))
                .map(account -> PhotoRequest.of(account, 648))
                .toList();
        List<PhotoResult> first = read(requests);
        simulator.requests().clear();
        List<PhotoRequest> again = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            again.add(unlessStill(requests.get(i), first.get(i)));
        }
        List<PhotoResult> second = read(again);
        assertThat(second).noneMatch(PhotoResult.Found.class::isInstance);
        assertThat(second).filteredOn(PhotoResult.NotModified.class::isInstance).hasSizeGreaterThan(20);
        assertThat(simulator.requests().list(Site.GRAPH).stream().filter(one -> !one.batchItem()))
                .extracting(LoggedRequest::line)
                .containsOnly("POST /v1.0/$batch")
                .hasSize((requests.size() + 19) / 20);
    }

    private List<PhotoResult> read(List<PhotoRequest> requests) {
        List<PhotoResult> results = new ArrayList<>();
        for (int from = 0; from < requests.size(); from += 20) {
            results.addAll(source.readPhotos(requests.subList(from, Math.min(from + 20, requests.size())), call));
        }
        return results;
    }

    private static PhotoRequest unlessStill(PhotoRequest request, PhotoResult before) {
        return before instanceof PhotoResult.Found found
                ? request.unlessStill(found.photo().fingerprint())
                : request;
    }

    @Test
    void changed_picture_is_noticed() {
        PhotoResult.Found before = (PhotoResult.Found) read("carla.rossi");
        simulator.tenant().photos().replace(person("carla.rossi"));
        PhotoRequest again = request("carla.rossi").unlessStill(before.photo().fingerprint());
        PhotoResult.Found after =
                (PhotoResult.Found) source.readPhotos(List.of(again), call).get(0);
        assertThat(after.photo().bytes()).isNotEqualTo(before.photo().bytes());
    }

    @ParameterizedTest
    @CsvSource({"unresolved.user, graph-404-user", "unheard.of, graph-404", "denied.photo, graph-403-photo"})
    void what_is_not_a_clear_no_photo_is_a_failure(String alias, String code) {
        assertThat(read(alias))
                .isInstanceOfSatisfying(
                        PhotoResult.Failed.class,
                        failed -> assertThat(failed.failure().code()).isEqualTo(code));
    }

    @Test
    void facts_tell_who_can_have_a_picture() {
        Map<String, Set<EligibilityFact>> facts =
                everybody().stream().collect(Collectors.toMap(Account::id, Account::facts));
        Function<String, Set<EligibilityFact>> of =
                alias -> facts.get(person(alias).objectId());
        assertThat(of.apply("anna.berg")).isEmpty();
        assertThat(of.apply("null.usertype")).isEmpty();
        assertThat(of.apply("grace_fabrikam.com#EXT#")).contains(EligibilityFact.GUEST);
        assertThat(of.apply("disabled.account")).contains(EligibilityFact.SIGN_IN_BLOCKED);
        assertThat(of.apply("foundation.only")).contains(EligibilityFact.NO_MAILBOX_LICENCE);
        assertThat(of.apply("suspended.plan")).contains(EligibilityFact.NO_MAILBOX_LICENCE);
        assertThat(of.apply("support")).contains(EligibilityFact.NO_MAILBOX_LICENCE, EligibilityFact.SIGN_IN_BLOCKED);
        assertThat(of.apply("onprem.mailbox")).contains(EligibilityFact.MAILBOX_ON_PREMISES);
    }

    @Test
    void hostile_names_are_taken_over_as_texts() {
        assertThat(everybody())
                .extracting(Account::displayName)
                .contains(
                        person("hostile.markup").displayName(),
                        person("hostile.lines").displayName());
    }

    @Test
    void hidden_group_says_so() {
        List<Group> groups =
                source.listGroups(GroupQuery.all(), PageRequest.first(50), call).groups();
        assertThat(groups)
                .filteredOn(group -> !group.membersVisible())
                .extracting(Group::name)
                .containsExactly("Leadership");
    }

    @Test
    void person_page_knows_account_mailbox_and_photo() {
        Account anna = Account.of(person("anna.berg").objectId(), "Anna");
        assertThat(source.describe(anna, call))
                .extracting(fact -> fact.label() + ": " + fact.value())
                .contains("Kind of account: Member", "Mailbox: Licensed for Exchange Online")
                .anyMatch(fact -> fact.startsWith("Photo in Exchange: 648 × 648"));
        Account nils = Account.of(person("no.photo").objectId(), "Nils");
        assertThat(source.describe(nils, call))
                .extracting(fact -> fact.label() + ": " + fact.value())
                .contains("Photo in Exchange: The person has no photo in Microsoft 365.");
        Account nobody = Account.of("00000000-0000-4000-8000-000000000000", "");
        assertThat(source.describe(nobody, call)).isEmpty();
    }

    @Test
    void throttled_batch_states_its_time_and_is_not_repeated() {
        SimResponse refused = SimResponse.empty(429).with("Retry-After", "2.5");
        simulator.faults().add(Fault.answering(Site.GRAPH, "POST /v1.0/\\$batch", 1, refused));
        Failure failure = StubTenant.failureOf(() -> read("anna.berg"));
        assertThat(failure.retryAfter()).contains(Duration.ofMillis(2500));
        assertThat(simulator.requests().count(Site.GRAPH, "batch")).isEqualTo(1);
        assertThat(read("anna.berg")).isInstanceOf(PhotoResult.Found.class);
    }

    @Test
    void half_a_picture_is_a_failure() {
        simulator.faults().add(Fault.halfBody(Site.GRAPH, "\\$value", 1));
        assertThat(read("anna.berg")).isInstanceOf(PhotoResult.Failed.class);
        assertThat(read("anna.berg")).isInstanceOf(PhotoResult.Found.class);
    }

    @Test
    void cut_and_html_answers_are_errors_of_the_run() {
        simulator.faults().add(Fault.cut(Site.GRAPH, "batch", 1));
        assertThat(StubTenant.failureOf(() -> read("anna.berg")).category().isRetryable())
                .isTrue();
        simulator.faults().add(Fault.html(Site.GRAPH, "batch", 1, 503));
        assertThat(StubTenant.failureOf(() -> read("anna.berg")).code()).isEqualTo("graph-unavailable");
    }

    @Test
    void reset_connections_are_unavailable_and_the_next_try_is_good() {
        simulator.faults().add(Fault.reset(Site.GRAPH, "batch", 1));
        assertThat(StubTenant.failureOf(() -> read("anna.berg")).category()).isEqualTo(ErrorCategory.UNAVAILABLE);
        simulator.faults().add(Fault.reset(Site.GRAPH, "\\$value", 1));
        assertThat(StubTenant.failure(read("anna.berg")).category()).isEqualTo(ErrorCategory.UNAVAILABLE);
        assertThat(read("anna.berg")).isInstanceOf(PhotoResult.Found.class);
        simulator.faults().add(Fault.reset(Site.LOGIN, "token", 1));
        source.close();
        source = new ExchangeSourceFactory()
                .open(SimulatedTenant.withSecret(simulator, simulator.clientSecret()), context);
        assertThat(StubTenant.failureOf(() -> read("anna.berg")).code()).isEqualTo("entra-unreachable");
        assertThat(read("anna.berg")).isInstanceOf(PhotoResult.Found.class);
    }

    @Test
    void graph_that_knows_not_modified_makes_no_difference() {
        simulator.graph().answerNotModified(true);
        PhotoResult.Found before = (PhotoResult.Found) read("anna.berg");
        PhotoRequest again = request("anna.berg").unlessStill(before.photo().fingerprint());
        assertThat(source.readPhotos(List.of(again), call)).containsExactly(PhotoResult.notModified());
        assertThat(read("anna.berg")).isInstanceOf(PhotoResult.Found.class);
    }

    @Test
    void challenged_token_is_renewed_with_the_claims_and_all_goes_on() {
        everybody();
        simulator.requests().clear();
        simulator.graph().challenge(ClaimsChallenge.TOKENS_WITHOUT_CLAIMS);
        assertThat(read("anna.berg")).isInstanceOf(PhotoResult.Found.class);
        assertThat(read("carla.rossi")).isInstanceOf(PhotoResult.Found.class);
        assertThat(simulator.requests().count(Site.LOGIN, "token")).isEqualTo(1);
    }

    @Test
    void app_that_is_shut_out_signs_in_once_more_and_then_gives_up() {
        everybody();
        simulator.requests().clear();
        simulator.graph().challenge(ClaimsChallenge.EVERYBODY);
        assertThat(StubTenant.failureOf(() -> read("anna.berg")).category()).isEqualTo(ErrorCategory.AUTHENTICATION);
        assertThat(simulator.requests().count(Site.LOGIN, "token")).isEqualTo(1);
        assertThat(simulator.requests().count(Site.GRAPH, "batch")).isEqualTo(2);
    }

    @Test
    void realm_is_the_tenant() {
        everybody();
        assertThat(source.realm()).contains(simulator.tenantId());
    }
}
