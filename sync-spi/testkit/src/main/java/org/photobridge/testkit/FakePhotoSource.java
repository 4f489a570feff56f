package org.photobridge.testkit;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.photobridge.spi.Account;
import org.photobridge.spi.AccountPage;
import org.photobridge.spi.AccountQuery;
import org.photobridge.spi.CallContext;
import org.photobridge.spi.Capability;
import org.photobridge.spi.Cost;
import org.photobridge.spi.ErrorCategory;
import org.photobridge.spi.Fact;
import org.photobridge.spi.Group;
import org.photobridge.spi.GroupPage;
import org.photobridge.spi.GroupQuery;
import org.photobridge.spi.LocalText;
import org.photobridge.spi.PageRequest;
import org.photobridge.spi.PageToken;
import org.photobridge.spi.PhotoRequest;
import org.photobridge.spi.PhotoResult;
import org.photobridge.spi.PhotoSource;
import org.photobridge.spi.ProviderException;
import org.photobridge.spi.SourcePhoto;

/**
 * A photo source in memory that a test fills, breaks and counts; people are named by their account's id.
 *
 * <p>It keeps the contract: {@code readPhotos} takes one permit per account, a cancellation in mid-batch leaves
 * {@code NotAttempted}.
 */
public final class FakePhotoSource extends FakeEnd implements PhotoSource {

    private final Map<String, Account> people = new LinkedHashMap<>();
    private final Map<String, byte[]> photos = new LinkedHashMap<>();
    private final Map<String, Group> groups = new LinkedHashMap<>();
    private final Map<String, List<String>> members = new LinkedHashMap<>();
    private final Map<String, CallScript> readingOne = scripts();
    private final List<String> asked = new ArrayList<>();
    private final CallScript listing = new CallScript();
    private final CallScript listingGroups = new CallScript();
    private final CallScript reading = new CallScript();
    private Set<Capability> capabilities = EnumSet.of(Capability.GROUPS, Capability.SEARCH);
    private int mostPerPage = Integer.MAX_VALUE;
    private int maxBatchSize = 20;
    private int downloads;

    private FakePhotoSource() {}

    /** A source of these {@linkplain People people}, each with the {@linkplain Portraits portrait} of the name. */
    public static FakePhotoSource withPeople(String... names) {
        FakePhotoSource source = withAccounts(People.named(names));
        for (String name : names) {
            source.give(name, Portraits.jpeg(name));
        }
        return source;
    }

    /** A source of these accounts; nobody has a photo yet. */
    public static FakePhotoSource withAccounts(List<Account> accounts) {
        FakePhotoSource source = new FakePhotoSource();
        accounts.forEach(source::add);
        return source;
    }

    /** Adds an account, or changes the one of this id. */
    public synchronized void add(Account account) {
        people.put(account.id(), account);
    }

    public synchronized void dismiss(String id) {
        people.remove(id);
        photos.remove(id);
    }

    /** Gives a person this photo. */
    public synchronized void give(String id, byte[] photo) {
        photos.put(id, photo.clone());
    }

    /** Takes a person's photo away, so that the source says by its code that there is none. */
    public synchronized void take(String id) {
        photos.remove(id);
    }

    public synchronized void addGroup(Group group, String... memberIds) {
        groups.put(group.id(), group);
        members.put(group.id(), List.of(memberIds));
    }

    /** Adds a visible group whose name is its id. */
    public void addGroup(String id, String... memberIds) {
        addGroup(new Group(id, id, "", LocalText.of("Group"), true), memberIds);
    }

    /** A page never has more accounts than this, however many the host would like. */
    public synchronized void mostPerPage(int most) {
        mostPerPage = most;
    }

    public synchronized void maxBatchSize(int size) {
        maxBatchSize = size;
    }

    public synchronized void without(Capability capability) {
        Set<Capability> fewer = EnumSet.copyOf(capabilities);
        fewer.remove(capability);
        capabilities = fewer;
    }

    /** Plans for whole {@link #listAccounts} calls. */
    public CallScript listing() {
        return listing;
    }

    /** Plans for whole {@link #listGroups} calls. */
    public CallScript listingGroups() {
        return listingGroups;
    }

    /** Plans for whole {@link #readPhotos} calls. */
    public CallScript reading() {
        return reading;
    }

    /** Plans for one person's answers: a {@code ProviderException} becomes {@code Failed}, all else passes. */
    public CallScript reading(String id) {
        return scriptFor(readingOne, id);
    }

    /** How often a photo's bytes were handed out. */
    public synchronized int downloads() {
        return downloads;
    }

    /** The ids of the people whose photos were asked for, in order, with repetitions. */
    public synchronized List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public synchronized Set<Capability> capabilities() {
        return Set.copyOf(capabilities);
    }

    @Override
    public synchronized int maxBatchSize() {
        return maxBatchSize;
    }

    @Override
    public AccountPage listAccounts(AccountQuery query, PageRequest page, CallContext call) {
        requireCapabilityFor(query);
        listing.play();
        call.acquire(Cost.free()).close();
        List<Account> matching = matching(query);
        int from = start(page);
        int to = Math.min(matching.size(), from + Math.min(page.maxSize(), mostPerPage()));
        return AccountPage.of(matching.subList(from, to), nextAfter(to, matching.size()))
                .ofTotal(matching.size());
    }

    private void requireCapabilityFor(AccountQuery query) {
        if (query.groupId().isPresent()) {
            require(Capability.GROUPS);
        }
        if (query.search().isPresent()) {
            require(Capability.SEARCH);
        }
    }

    private void require(Capability capability) {
        if (!capabilities().contains(capability)) {
            throw new UnsupportedOperationException("This source was made without " + capability);
        }
    }

    private synchronized int mostPerPage() {
        return mostPerPage;
    }

    private synchronized List<Account> matching(AccountQuery query) {
        List<Account> all = List.copyOf(people.values());
        if (query.groupId().isPresent()) {
            List<String> ids = membersOf(query.groupId().get());
            return all.stream().filter(account -> ids.contains(account.id())).toList();
        }
        if (query.search().isPresent()) {
            return all.stream()
                    .filter(account -> begins(account, query.search().get()))
                    .toList();
        }
        return query.identifiers().isEmpty()
                ? all
                : all.stream()
                        .filter(account -> isOneOf(account, query.identifiers()))
                        .toList();
    }

    private List<String> membersOf(String group) {
        return Optional.ofNullable(members.get(group))
                .orElseThrow(() ->
                        ProviderException.of(ErrorCategory.NOT_FOUND, FakeProvider.NO_GROUP, "No group " + group));
    }

    private static boolean begins(Account account, String text) {
        String beginning = text.toLowerCase(Locale.ROOT);
        return account.displayName().toLowerCase(Locale.ROOT).startsWith(beginning)
                || account.identifiers().values().stream().anyMatch(value -> value.startsWith(beginning));
    }

    private static boolean isOneOf(Account account, List<String> identifiers) {
        return identifiers.stream()
                .anyMatch(typed -> typed.equals(account.id())
                        || account.identifiers().values().stream().anyMatch(typed::equalsIgnoreCase));
    }

    private static int start(PageRequest page) {
        return page.from().map(token -> Integer.parseInt(token.value())).orElse(0);
    }

    private static Optional<PageToken> nextAfter(int end, int size) {
        return end < size ? Optional.of(new PageToken(Integer.toString(end))) : Optional.empty();
    }

    @Override
    public GroupPage listGroups(GroupQuery query, PageRequest page, CallContext call) {
        require(Capability.GROUPS);
        listingGroups.play();
        call.acquire(Cost.free()).close();
        List<Group> matching = matching(query);
        int from = start(page);
        int to = Math.min(matching.size(), from + Math.min(page.maxSize(), mostPerPage()));
        return new GroupPage(matching.subList(from, to), nextAfter(to, matching.size()));
    }

    private synchronized List<Group> matching(GroupQuery query) {
        return groups.values().stream()
                .filter(group -> query.id().map(group.id()::equals).orElse(true))
                .filter(group -> query.search().map(text -> begins(group, text)).orElse(true))
                .toList();
    }

    private static boolean begins(Group group, String text) {
        return (" " + group.name().toLowerCase(Locale.ROOT)).contains(" " + text.toLowerCase(Locale.ROOT));
    }

    @Override
    public List<PhotoResult> readPhotos(List<PhotoRequest> requests, CallContext call) {
        reading.play();
        return each(requests, call, this::readOne, PhotoResult::notAttempted);
    }

    private PhotoResult readOne(PhotoRequest request) {
        String id = request.account().id();
        synchronized (this) {
            asked.add(id);
        }
        return scripted(reading(id), () -> answer(request), PhotoResult::failed);
    }

    private synchronized PhotoResult answer(PhotoRequest request) {
        byte[] photo = photos.get(request.account().id());
        if (photo == null) {
            return PhotoResult.absent(FakeProvider.NO_PHOTO);
        }
        String fingerprint = fingerprintOf(Map.of("photo", photo));
        if (request.lastFingerprint().filter(fingerprint::equals).isPresent()) {
            return PhotoResult.notModified();
        }
        downloads++;
        return PhotoResult.found(SourcePhoto.of(photo, fingerprint));
    }

    @Override
    synchronized List<Fact> facts(Account account) {
        return people.containsKey(account.id())
                ? List.of(new Fact(
                        LocalText.of("Photo"),
                        LocalText.of(photos.containsKey(account.id()) ? "There is one" : "None")))
                : List.of();
    }
}
