package org.photobridge.simulator.sharepoint;

import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.photobridge.simulator.directory.Tenant;
import org.photobridge.simulator.entra.AccessTokens;
import org.photobridge.simulator.http.SimHandler;
import org.photobridge.simulator.http.SimRequest;
import org.photobridge.simulator.http.SimResponse;
import org.photobridge.simulator.http.Site;

/** SharePoint's three hosts: tells what a request is for, and lets nobody in without the host's own token. */
public final class SharePointSites implements SimHandler, AutoCloseable {
    private static final String BATCH = "/_api/$batch";
    private static final String CONTEXT = "/_api/contextinfo";
    private static final String PROCESS_QUERY = "/_vti_bin/client.svc/processquery";
    private static final String USER_PHOTO = "/_layouts/15/userphoto.aspx";

    private final Doorman doorman;
    private final FormDigests digests;
    private final CsomEndpoint csom;
    private final UserPhotoPage photoPage;
    private final FileStore mySiteFiles;
    private final SharePointState state;
    private final Map<Site, RestApi> apis = new EnumMap<>(Site.class);
    private volatile SimHandler batchItems = this;

    public SharePointSites(Tenant tenant, AccessTokens tokens, Clock clock) {
        String mySite = tenant.urls().of(Site.MY).toString();
        String folder = "/User Photos/" + tenant.locale().pictureFolder();
        Directory directory = new TenantDirectory(tenant);
        PictureSource pictures = new ExchangePictures(tenant.photos());
        ProfileStore profiles =
                new ProfileStore(directory, new StartingProfile(directory, mySite, folder, tenant.id()), mySite);
        mySiteFiles =
                new FileStore(clock, folder, new ThumbnailFiles(directory, new ThumbnailDrawing(pictures), folder));
        Browsers browsers = new Browsers();
        doorman = new Doorman(tenant, tokens, browsers);
        digests = new FormDigests(clock);
        PeopleManager people = new PeopleManager(profiles);
        csom = new CsomEndpoint(people);
        photoPage = new UserPhotoPage(clock, profiles, mySiteFiles, pictures);
        NativePull pull = new NativePull(clock, profiles, mySiteFiles, pictures);
        state = new SharePointState(profiles, mySiteFiles, pull, photoPage, browsers);
        for (Site site : List.of(Site.ROOT, Site.MY, Site.ADMIN)) {
            FileStore files = site == Site.MY ? mySiteFiles : FileStore.withoutPictures(clock);
            WebRest web = new WebRest(files, tenant.locale().lcid(), profiles);
            apis.put(site, new RestApi(new PeopleRest(people), web, digests));
        }
    }

    /** What tests and the control port may look at. */
    public SharePointState state() {
        return state;
    }

    /** Whoever stands before this handler (throttle, log) and wants to see the items of batches one by one. */
    public void sendBatchItemsThrough(SimHandler handler) {
        batchItems = handler;
    }

    @Override
    public SimResponse handle(SimRequest request) {
        SimResponse answer;
        try {
            answer = admitted(request, doorman.admit(request));
        } catch (Doorman.TurnedAway turnedAway) {
            answer = turnedAway.response();
        }
        return Answers.withCommonHeaders(answer);
    }

    private SimResponse admitted(SimRequest request, Caller caller) {
        String path = request.rawPath().toLowerCase(Locale.ROOT);
        try {
            requireDigest(request, caller);
            if (path.equals(BATCH) || path.equals("/_api/%24batch")) {
                return new RestBatch(batchItems).answer(request);
            }
            if (path.startsWith(RestApi.PREFIX)) {
                return apis.get(request.site()).answer(request, caller);
            }
            if (path.equals(PROCESS_QUERY)) {
                return processQuery(request, caller);
            }
            if (path.equals(USER_PHOTO)) {
                return photoPage.answer(request);
            }
            if (path.equals(PrivateCdn.PATH)) {
                return photoPage.answerFromCdn(request);
            }
            return SimResponse.html(404, "<html><head><title>404 FILE NOT FOUND</title></head></html>");
        } catch (SharePointError refused) {
            return Answers.of(refused, MetadataLevel.of(request.header("Accept").orElse("")));
        }
    }

    /** Documented: of browsers, for whatever isn't just a look. */
    private void requireDigest(SimRequest request, Caller caller) throws SharePointError {
        boolean changes = !request.method().equals("GET") && !request.rawPath().equalsIgnoreCase(CONTEXT);
        if (caller.browser() && changes) {
            digests.require(request);
        }
    }

    private SimResponse processQuery(SimRequest request, Caller caller) throws SharePointError {
        if (!request.method().equals("POST")) {
            throw SharePointError.wrongMethod(request.method(), "ProcessQuery");
        }
        return SimResponse.of(200, "application/json; charset=utf-8", Json.bytes(csom.process(request.body(), caller)));
    }

    @Override
    public void close() {
        mySiteFiles.close();
    }
}
