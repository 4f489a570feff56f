package org.photobridge.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.photobridge.spi.Account;
import org.photobridge.spi.AccountPage;
import org.photobridge.spi.AccountQuery;
import org.photobridge.spi.Capability;
import org.photobridge.spi.Group;
import org.photobridge.spi.GroupPage;
import org.photobridge.spi.GroupQuery;
import org.photobridge.spi.IdentifierType;
import org.photobridge.spi.PageRequest;
import org.photobridge.spi.PageToken;
import org.photobridge.spi.PhotoRequest;
import org.photobridge.spi.PhotoResult;
import org.photobridge.spi.PhotoSource;
import org.photobridge.spi.PhotoSourceFactory;
import org.photobridge.spi.ProviderConfig;
import org.photobridge.spi.ProviderContext;

/** What the source contract asks a provider's test for, and the steps that its tests are made of. */
abstract class SourceContractSteps extends EndContract<PhotoSourceFactory, PhotoSource> {

    static final int PIXELS = 648;
    static final int FAR_TOO_MANY = 10_000;

    /** How many people the source lists in all; six or more. */
    protected abstract int people();

    /** Two or more people who have a photo, by stable id, UPN or e-mail address. */
    protected abstract List<String> withPhoto();

    /** One or more people of whom the source says by a known code that they have no photo. */
    protected abstract List<String> withoutPhoto();

    /**
     * The stable ids of some groups' members, those of nested groups included, by the group's id. Empty only for a source
     * that doesn't declare {@link Capability#GROUPS}.
     */
    protected Map<String, Set<String>> groups() {
        return Map.of();
    }

    /** Somebody whom the source never heard of, in a form that its service takes for an id. */
    protected Account stranger() {
        String id = "00000000-0000-4000-8000-000000000000";
        return Account.of(id, "")
                .identifiedBy(IdentifierType.OBJECT_ID, id)
                .identifiedBy(IdentifierType.USER_PRINCIPAL_NAME, "nobody.at.all@contoso.example");
    }

    /** A page size that makes several pages of everybody. */
    protected int pageSize() {
        return 3;
    }

    @Override
    final PhotoSource open(PhotoSourceFactory factory, ProviderConfig config, ProviderContext context) {
        return factory.open(config, context);
    }

    @Override
    final void useIt(PhotoSource end, ScriptedCallContext call) {
        note(end.listAccounts(AccountQuery.all(), PageRequest.first(pageSize()), call));
    }

    @Override
    final Set<Capability> capabilitiesOfThisKind() {
        return Set.of(Capability.GROUPS, Capability.SEARCH);
    }

    final List<Account> listed(AccountQuery query, int size) {
        List<Account> all = new ArrayList<>();
        Set<String> tokens = new HashSet<>();
        Optional<PageRequest> next = Optional.of(PageRequest.first(size));
        while (next.isPresent()) {
            AccountPage page = note(end().listAccounts(query, next.get(), call()));
            assertThat(page.accounts()).as("one page").hasSizeLessThanOrEqualTo(size);
            all.addAll(page.accounts());
            next = following(page.next(), tokens, size);
        }
        return all;
    }

    final List<Group> groupsListed() {
        List<Group> all = new ArrayList<>();
        Set<String> tokens = new HashSet<>();
        Optional<PageRequest> next = Optional.of(PageRequest.first(2));
        while (next.isPresent()) {
            GroupPage page = note(end().listGroups(GroupQuery.all(), next.get(), call()));
            all.addAll(page.groups());
            next = following(page.next(), tokens, 2);
        }
        return all;
    }

    static Optional<PageRequest> following(Optional<PageToken> next, Set<String> tokens, int size) {
        next.ifPresent(token ->
                assertThat(tokens.add(token.value())).as("a new page token").isTrue());
        assertThat(tokens).as("pages of one listing").hasSizeLessThan(FAR_TOO_MANY);
        return next.map(token -> PageRequest.first(size).next(token));
    }

    final Account account(String identifier) {
        List<Account> found = listed(AccountQuery.these(List.of(identifier)), 20);
        assertThat(found).as("who is called " + identifier).hasSize(1);
        return found.get(0);
    }

    final PhotoRequest request(String identifier) {
        return PhotoRequest.of(account(identifier), PIXELS);
    }

    final List<PhotoRequest> requests(List<String> identifiers) {
        return identifiers.stream().map(this::request).toList();
    }

    final List<PhotoRequest> mixedRequests() {
        List<PhotoRequest> mixed = new ArrayList<>(List.of(request(withPhoto().get(0))));
        mixed.addAll(requests(withoutPhoto()));
        mixed.addAll(requests(withPhoto().subList(1, withPhoto().size())));
        return mixed;
    }

    final List<PhotoResult> read(List<PhotoRequest> requests) {
        return inParts(requests, call());
    }

    final List<PhotoResult> inParts(List<PhotoRequest> requests, ScriptedCallContext call) {
        List<PhotoResult> results = new ArrayList<>();
        for (List<PhotoRequest> part : parts(requests, end().maxBatchSize())) {
            results.addAll(note(end().readPhotos(part, call)));
        }
        results.forEach(this::assertCodeExplained);
        return results;
    }

    final void assertCodeExplained(PhotoResult result) {
        if (result instanceof PhotoResult.Absent absent) {
            assertExplained(absent.code());
        }
        if (result instanceof PhotoResult.Failed failed) {
            assertExplained(failed.failure().code());
        }
    }

    static String fingerprint(PhotoResult result) {
        assertThat(result).isInstanceOf(PhotoResult.Found.class);
        return ((PhotoResult.Found) result).photo().fingerprint();
    }

    static List<String> told(List<PhotoResult> results) {
        return new ArrayList<>(results.stream().map(Object::toString).toList());
    }

    static List<String> ids(List<Account> accounts) {
        return accounts.stream().map(Account::id).toList();
    }
}
