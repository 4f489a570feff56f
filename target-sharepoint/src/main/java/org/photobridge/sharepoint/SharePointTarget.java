package org.photobridge.sharepoint;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.photobridge.spi.Account;
import org.photobridge.spi.CallContext;
import org.photobridge.spi.Capability;
import org.photobridge.spi.Fact;
import org.photobridge.spi.HealthReport;
import org.photobridge.spi.IdentifierType;
import org.photobridge.spi.PhotoTarget;
import org.photobridge.spi.PhotoWrite;
import org.photobridge.spi.ProviderContext;
import org.photobridge.spi.RateLimit;
import org.photobridge.spi.Rendition;
import org.photobridge.spi.ServedPicture;
import org.photobridge.spi.TargetRequest;
import org.photobridge.spi.TargetSnapshot;
import org.photobridge.spi.TargetState;
import org.photobridge.spi.VerifyResult;
import org.photobridge.spi.WriteResult;

/** SharePoint Online as a photo target: takes each batch through the class that knows the step. */
final class SharePointTarget implements PhotoTarget {
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(60);
    private static final InTurn<TargetState> STATES = new InTurn<>(TargetState::failed, TargetState.notAttempted());
    private static final InTurn<WriteResult> WRITES = new InTurn<>(WriteResult::failed, WriteResult.notAttempted());
    private static final InTurn<VerifyResult> VERDICTS =
            new InTurn<>(VerifyResult::failed, VerifyResult.notAttempted());

    private final SharePointSettings settings;
    private final SiteTokens tokens;
    private final StateReading reading;
    private final PhotoWriting writing;
    private final Verification verification;
    private final Removal removal;
    private final Restoration restoration;
    private final PersonFacts facts;
    private final UserPhotoPage photoPage;
    private final SharePointHealth health;

    private SharePointTarget(SharePointSettings settings, ProviderContext context, Duration answerWithin) {
        this.settings = settings;
        Clock clock = context.clock();
        URI mySite = settings.sites().mySite();
        Transport transport = new Transport(context, answerWithin);
        this.tokens = new SiteTokens(new EntraSignIn(settings, context, transport), settings.sites(), clock);
        SharePointHosts hosts = new SharePointHosts(transport, tokens, settings.sites(), clock);
        PropertyWriter writer = settings.usesRest() ? new RestPropertyWriter(hosts) : new CsomPropertyWriter(hosts);
        Profiles profiles = new Profiles(hosts, writer);
        PhotoLibrary library = new PhotoLibrary(hosts);
        PhotoFolders folders = new PhotoFolders(hosts);
        PersonFinder finder = new PersonFinder(profiles, folders, settings.accountPrefix(), mySite);
        NameClash clash = new NameClash(profiles, settings.accountPrefix(), mySite);
        WriteAccess access = new WriteAccess(hosts, new AdminAccess(hosts), profiles, library, folders, clash);
        this.reading = new StateReading(finder, library);
        this.writing = new PhotoWriting(access, finder, settings, clock);
        this.verification = new Verification(finder, library, mySite);
        this.removal = new Removal(access, finder, clock);
        this.restoration = new Restoration(access, finder, mySite);
        this.photoPage = new UserPhotoPage(hosts, finder, settings.accountPrefix());
        this.facts = new PersonFacts(finder, photoPage, settings);
        this.health = new SharePointHealth(settings, context, transport);
    }

    static SharePointTarget open(SharePointSettings settings, ProviderContext context) {
        return open(settings, context, ANSWER_WITHIN);
    }

    /** With a time limit for answers that tests can afford. */
    static SharePointTarget open(SharePointSettings settings, ProviderContext context, Duration answerWithin) {
        return new SharePointTarget(settings, context, answerWithin);
    }

    @Override
    public List<IdentifierType> addressableBy() {
        return List.of(IdentifierType.USER_PRINCIPAL_NAME);
    }

    @Override
    public Optional<String> keyOf(Account account) {
        return AccountName.upn(account);
    }

    @Override
    public List<Rendition> renditions() {
        return ThumbnailSize.renditions(settings);
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.REMOVE, Capability.RESTORE, Capability.VERIFY, Capability.SERVED_PICTURE);
    }

    @Override
    public List<RateLimit> rateLimits() {
        return LimitNames.limits(settings);
    }

    @Override
    public Optional<String> realm() {
        return settings.tenantGuid().or(tokens::tenant);
    }

    @Override
    public List<TargetState> readStates(List<TargetRequest> requests, CallContext call) {
        return STATES.take(requests, (request, sent) -> reading.read(request, call));
    }

    @Override
    public List<WriteResult> writePhotos(List<PhotoWrite> writes, CallContext call) {
        return WRITES.take(writes, (write, sent) -> writing.write(write, call, sent));
    }

    @Override
    public List<VerifyResult> verify(List<PhotoWrite> writes, CallContext call) {
        return VERDICTS.take(writes, (write, sent) -> verification.verify(write, call));
    }

    @Override
    public List<WriteResult> removePhotos(List<TargetRequest> requests, CallContext call) {
        return WRITES.take(requests, (request, sent) -> removal.remove(request.account(), call, sent));
    }

    @Override
    public WriteResult restore(Account account, TargetSnapshot snapshot, CallContext call) {
        return WRITES.take(List.of(account), (who, sent) -> restoration.restore(who, snapshot, call, sent))
                .get(0);
    }

    @Override
    public ServedPicture servedPicture(Account account, CallContext call) {
        return photoPage.picture(account, call);
    }

    @Override
    public List<Fact> describe(Account account, CallContext call) {
        return facts.of(account, call);
    }

    @Override
    public HealthReport checkHealth(CallContext call) {
        return health.check(call);
    }

    /** Nothing to give back: the JDK's client ends with its last reference, and threads are the host's. */
    @Override
    public void close() {}
}
