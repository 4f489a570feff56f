package org.photobridge.simulator.sharepoint;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.photobridge.simulator.directory.Person;

/** What tests and the control port see and change of SharePoint behind everybody's back. */
public final class SharePointState {
    private final ProfileStore profiles;
    private final FileStore files;
    private final NativePull pull;
    private final UserPhotoPage photoPage;
    private final Browsers browsers;

    SharePointState(
            ProfileStore profiles, FileStore files, NativePull pull, UserPhotoPage photoPage, Browsers browsers) {
        this.profiles = profiles;
        this.files = files;
        this.pull = pull;
        this.photoPage = photoPage;
        this.browsers = browsers;
    }

    /** All properties of the person's profile; empty if there is none. */
    public Optional<Map<String, String>> profile(Person person) {
        return profiles.of(person).map(Profile::properties);
    }

    /** Sets a property as an administrator's script would. */
    public void setProperty(Person person, String name, String value) {
        profiles.set(person, name, value);
    }

    /** Lets the import from Entra bring a profile that wasn't there. */
    public void createProfile(Person person) {
        profiles.create(person);
    }

    /**
     * Lets the person's profile live in another geography: it says so when it is read here, and is written there only.
     *
     * @param otherMySite that geography's My Site host, such as {@code https://contosoeur-my.sharepoint.com}; empty to
     *     bring the profile back here
     */
    public void move(Person person, Optional<String> otherMySite) {
        profiles.move(person, otherMySite);
    }

    /**
     * Whether SharePoint hasn't heard of any rename yet: it knows everybody by the sign-in name that they had when the
     * simulator started, and by no other. Off at the start; in reality a rename takes hours to get here.
     */
    public void holdRenames(boolean on) {
        profiles.holdRenames(on);
    }

    public boolean areRenamesHeld() {
        return profiles.areRenamesHeld();
    }

    /** The cookie of an administrator who signed in with a browser. Whatever they change needs a form digest too. */
    public String browserCookie() {
        return browsers.newCookie();
    }

    /** Server-relative, in the language of the My Site host. */
    public String picturesFolder() {
        return files.picturesFolder();
    }

    /** A file's bytes, by its server-relative path. */
    public Optional<byte[]> file(String path) {
        return files.find(path).map(file -> file.content().read());
    }

    /** Stores a file as an administrator would by hand; no profile changes by it. */
    public void putFile(String path, byte[] content) {
        files.write(path, content);
    }

    public boolean deleteFile(String path) {
        return files.delete(path);
    }

    /** Takes the pictures folder away: a tenant where nobody ever had a picture. Files in it aren't found any more. */
    public void removePicturesFolder() {
        files.removeFolder(files.picturesFolder());
    }

    /** The person opens SharePoint and asks for their own picture. */
    public PullOutcome visit(Person person) {
        return pull.visit(person);
    }

    public PullRules pullRules() {
        return pull.rules();
    }

    public void setPullRules(PullRules rules) {
        pull.setRules(rules);
    }

    /** How long {@code userphoto.aspx} repeats an answer; zero for never. */
    public void keepServedPicturesFor(Duration duration) {
        photoPage.keepFor(duration);
    }

    /**
     * Whether {@code userphoto.aspx} shows people without a mailbox in the cloud the people system's picture in place
     * of SharePoint's own, as Microsoft announced in 2023; off at the start.
     */
    public void showPeopleSystemPictures(boolean on) {
        photoPage.showPeopleSystem(on);
    }

    public Duration servedPicturesKeptFor() {
        return photoPage.keptFor();
    }

    public boolean arePeopleSystemPicturesShown() {
        return photoPage.isPeopleSystemShown();
    }

    /** As {@link #redirectPhotosToCdn} was told. */
    public Optional<Duration> cdnTokenLife() {
        return photoPage.cdn().tokenLife();
    }

    /**
     * Makes {@code userphoto.aspx} redirect to the private CDN, as it did in 2021 and 2022.
     *
     * @param tokenLife how long a redirect's target works; empty for no redirects, as at the start
     */
    public void redirectPhotosToCdn(Optional<Duration> tokenLife) {
        photoPage.cdn().redirectFor(tokenLife);
    }
}
