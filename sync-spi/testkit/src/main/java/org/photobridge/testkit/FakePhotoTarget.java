package org.photobridge.testkit;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.photobridge.spi.Account;
import org.photobridge.spi.CallContext;
import org.photobridge.spi.Capability;
import org.photobridge.spi.ErrorCategory;
import org.photobridge.spi.Fact;
import org.photobridge.spi.Failure;
import org.photobridge.spi.IdentifierType;
import org.photobridge.spi.LocalText;
import org.photobridge.spi.PhotoTarget;
import org.photobridge.spi.PhotoWrite;
import org.photobridge.spi.PreparedPicture;
import org.photobridge.spi.Rendition;
import org.photobridge.spi.ServedPicture;
import org.photobridge.spi.TargetPicture;
import org.photobridge.spi.TargetRequest;
import org.photobridge.spi.TargetSnapshot;
import org.photobridge.spi.TargetState;
import org.photobridge.spi.TargetToken;
import org.photobridge.spi.VerifyResult;
import org.photobridge.spi.WriteResult;

/**
 * A photo target in memory that a test fills, breaks and counts; it finds people by UPN, tests name them by what stands
 * before the {@code @} or by the whole UPN.
 *
 * <p>It keeps the contract: every method takes one permit per account before it does anything for it.
 */
public final class FakePhotoTarget extends FakeEnd implements PhotoTarget {

    private static final List<Rendition> THREE_SIZES =
            List.of(Rendition.jpeg("L", 200), Rendition.jpeg("M", 72), Rendition.jpeg("S", 48));

    private final boolean knowsEveryone;
    private final Set<String> known = new HashSet<>();
    private final Map<String, String> impossible = new LinkedHashMap<>();
    private final Map<String, Map<String, byte[]>> pictures = new LinkedHashMap<>();
    private final Map<String, VerifyResult> verdicts = new LinkedHashMap<>();
    private final List<String> written = new ArrayList<>();
    private final Map<String, CallScript> lookingAtOne = scripts();
    private final Map<String, CallScript> writingOne = scripts();
    private final Map<String, CallScript> afterWritingOne = scripts();
    private final CallScript looking = new CallScript();
    private final CallScript writing = new CallScript();
    private final CallScript verifying = new CallScript();
    private final CallScript removing = new CallScript();
    private final CallScript restoring = new CallScript();
    private List<Rendition> renditions = THREE_SIZES;
    private Set<Capability> capabilities =
            EnumSet.of(Capability.REMOVE, Capability.RESTORE, Capability.VERIFY, Capability.SERVED_PICTURE);
    private int maxBatchSize = 20;

    private FakePhotoTarget(boolean knowsEveryone) {
        this.knowsEveryone = knowsEveryone;
    }

    /** A target that knows these people and nobody else; nobody has a picture yet. */
    public static FakePhotoTarget knowing(String... names) {
        FakePhotoTarget target = new FakePhotoTarget(false);
        for (String name : names) {
            target.known.add(key(name));
        }
        return target;
    }

    /** A target that can hold a picture of anybody who has a UPN. */
    public static FakePhotoTarget knowingEveryone() {
        return new FakePhotoTarget(true);
    }

    /** Puts a picture there that isn't ours: somebody else's change, or what was there before. */
    public synchronized void hold(String name, byte[] picture) {
        pictures.put(key(name), new TreeMap<>(Map.of(largest().name(), picture.clone())));
    }

    /** Removes a picture behind the host's back. */
    public synchronized void drop(String name) {
        pictures.remove(key(name));
    }

    /** Looks at this person end with this code, writes fail with it. */
    public synchronized void refuse(String name, String code) {
        impossible.put(key(name), code);
    }

    /** What every further {@code verify} says of this person. */
    public synchronized void serve(String name, VerifyResult verdict) {
        verdicts.put(key(name), verdict);
    }

    public synchronized void renditions(Rendition... wanted) {
        renditions = List.of(wanted);
    }

    public synchronized void maxBatchSize(int size) {
        maxBatchSize = size;
    }

    public synchronized void without(Capability capability) {
        Set<Capability> fewer = EnumSet.copyOf(capabilities);
        fewer.remove(capability);
        capabilities = fewer;
    }

    /** Plans for whole {@link #readStates} calls. */
    public CallScript looking() {
        return looking;
    }

    /** Plans for looks at one person: a {@code ProviderException} becomes {@code Failed}, all else passes. */
    public CallScript looking(String name) {
        return scriptFor(lookingAtOne, key(name));
    }

    /** Plans for whole {@link #writePhotos} calls. */
    public CallScript writing() {
        return writing;
    }

    /** Plans for one person's writes, before anything is stored. */
    public CallScript writing(String name) {
        return scriptFor(writingOne, key(name));
    }

    /** Plans for one person's writes, after the picture is stored: throw something else than a ProviderException here
     * and the host sees what it sees when it dies between a write and its record. */
    public CallScript afterWriting(String name) {
        return scriptFor(afterWritingOne, key(name));
    }

    /** Plans for whole {@link #verify} calls. */
    public CallScript verifying() {
        return verifying;
    }

    /** Plans for whole {@link #removePhotos} calls. */
    public CallScript removing() {
        return removing;
    }

    /** Plans for whole {@link #restore} calls. */
    public CallScript restoring() {
        return restoring;
    }

    /** The account ids whose pictures were stored by {@code writePhotos}, in order, with repetitions. */
    public synchronized List<String> written() {
        return List.copyOf(written);
    }

    /** The pictures that are there now, by rendition; empty if there is none. */
    public synchronized Map<String, byte[]> picturesOf(String name) {
        return Map.copyOf(pictures.getOrDefault(key(name), Map.of()));
    }

    /** The largest picture that is there now. */
    public synchronized Optional<byte[]> pictureOf(String name) {
        return Optional.ofNullable(pictures.get(key(name))).map(this::largestOf);
    }

    private static String key(String name) {
        return name.contains("@") ? name : People.upn(name);
    }

    private byte[] largestOf(Map<String, byte[]> files) {
        return files.getOrDefault(largest().name(), files.values().iterator().next());
    }

    private Rendition largest() {
        return renditions.stream()
                .max(java.util.Comparator.comparingInt(Rendition::pixels))
                .orElseThrow();
    }

    @Override
    public synchronized Set<Capability> capabilities() {
        return Set.copyOf(capabilities);
    }

    @Override
    public List<IdentifierType> addressableBy() {
        return List.of(IdentifierType.USER_PRINCIPAL_NAME);
    }

    @Override
    public synchronized List<Rendition> renditions() {
        return renditions;
    }

    @Override
    public synchronized int maxBatchSize() {
        return maxBatchSize;
    }

    @Override
    public List<TargetState> readStates(List<TargetRequest> requests, CallContext call) {
        requests.stream().filter(TargetRequest::wantsSnapshot).findAny().ifPresent(any -> require(Capability.RESTORE));
        looking.play();
        return each(requests, call, this::lookAt, TargetState::notAttempted);
    }

    private TargetState lookAt(TargetRequest request) {
        String key = requiredKey(request.account());
        return scripted(looking(key), () -> state(key, request), TargetState::failed);
    }

    private synchronized TargetState state(String key, TargetRequest request) {
        if (refusal(key).isPresent()) {
            return TargetState.impossible(refusal(key).get());
        }
        Map<String, byte[]> files = pictures.get(key);
        if (files == null) {
            TargetState.Empty empty = TargetState.empty(TargetToken.NONE);
            return request.wantsSnapshot() ? empty.with(TargetSnapshot.empty()) : empty;
        }
        TargetState.Present present = TargetState.present(fingerprintOf(files), TargetToken.NONE);
        present = request.wantsPicture() ? present.with(TargetPicture.of(largestOf(files))) : present;
        return request.wantsSnapshot() ? present.with(TargetSnapshot.of(files, Map.of())) : present;
    }

    private synchronized Optional<String> refusal(String key) {
        boolean stranger = !knowsEveryone && !known.contains(key);
        return Optional.ofNullable(impossible.getOrDefault(key, stranger ? FakeProvider.NO_PROFILE : null));
    }

    private String requiredKey(Account account) {
        return keyOf(account).orElseThrow(() -> new IllegalArgumentException(account + " has no UPN"));
    }

    @Override
    public List<WriteResult> writePhotos(List<PhotoWrite> writes, CallContext call) {
        writing.play();
        return each(writes, call, this::writeOne, WriteResult::notAttempted);
    }

    private WriteResult writeOne(PhotoWrite write) {
        String key = requiredKey(write.account());
        return scripted(writing(key), () -> store(key, write), WriteResult::failed);
    }

    private WriteResult store(String key, PhotoWrite write) {
        if (refusal(key).isPresent()) {
            return refused(refusal(key).get());
        }
        Map<String, byte[]> files = filesOf(write);
        synchronized (this) {
            pictures.put(key, files);
            written.add(write.account().id());
        }
        return scripted(afterWriting(key), () -> WriteResult.written(fingerprintOf(files)), WriteResult::failed);
    }

    private static WriteResult refused(String code) {
        return WriteResult.failed(Failure.of(ErrorCategory.NOT_FOUND, code, "The fake target refuses this person"));
    }

    private static Map<String, byte[]> filesOf(PhotoWrite write) {
        Map<String, byte[]> files = new TreeMap<>();
        for (PreparedPicture picture : write.pictures()) {
            files.put(picture.rendition().name(), picture.bytes());
        }
        return files;
    }

    @Override
    public List<VerifyResult> verify(List<PhotoWrite> writes, CallContext call) {
        require(Capability.VERIFY);
        verifying.play();
        return each(writes, call, this::verdict, VerifyResult::notAttempted);
    }

    private synchronized VerifyResult verdict(PhotoWrite write) {
        String key = requiredKey(write.account());
        Map<String, byte[]> there = pictures.getOrDefault(key, Map.of());
        boolean same = fingerprintOf(there).equals(fingerprintOf(filesOf(write)));
        VerifyResult natural = same ? VerifyResult.served() : VerifyResult.different(FakeProvider.DIFFERENT);
        return verdicts.getOrDefault(key, natural);
    }

    @Override
    public List<WriteResult> removePhotos(List<TargetRequest> requests, CallContext call) {
        require(Capability.REMOVE);
        removing.play();
        return each(requests, call, this::removeOne, WriteResult::notAttempted);
    }

    private synchronized WriteResult removeOne(TargetRequest request) {
        String key = requiredKey(request.account());
        if (refusal(key).isPresent()) {
            return refused(refusal(key).get());
        }
        pictures.remove(key);
        return WriteResult.written("");
    }

    @Override
    public WriteResult restore(Account account, TargetSnapshot snapshot, CallContext call) {
        require(Capability.RESTORE);
        restoring.play();
        return each(List.of(account), call, one -> putBack(one, snapshot), WriteResult::notAttempted)
                .get(0);
    }

    private synchronized WriteResult putBack(Account account, TargetSnapshot snapshot) {
        String key = requiredKey(account);
        if (refusal(key).isPresent()) {
            return refused(refusal(key).get());
        }
        Map<String, byte[]> files = new TreeMap<>(snapshot.files());
        if (files.isEmpty()) {
            pictures.remove(key);
            return WriteResult.written("");
        }
        pictures.put(key, files);
        return WriteResult.written(fingerprintOf(files));
    }

    @Override
    public ServedPicture servedPicture(Account account, CallContext call) {
        require(Capability.SERVED_PICTURE);
        return each(List.of(account), call, this::shown, ServedPicture::none).get(0);
    }

    private ServedPicture shown(Account account) {
        return pictureOf(requiredKey(account))
                .map(bytes -> ServedPicture.of(TargetPicture.of(bytes)))
                .orElseGet(ServedPicture::none);
    }

    private void require(Capability capability) {
        if (!capabilities().contains(capability)) {
            throw new UnsupportedOperationException("This target was made without " + capability);
        }
    }

    @Override
    synchronized List<Fact> facts(Account account) {
        return keyOf(account)
                .filter(pictures::containsKey)
                .map(key -> new Fact(LocalText.of("Picture"), LocalText.of(fingerprintOf(pictures.get(key)))))
                .map(List::of)
                .orElse(List.of());
    }
}
