package org.photobridge.sharepoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PictureLocationTest {
    private static final URI MY_SITE = URI.create("https://contoso-my.sharepoint.com");
    private static final PictureLocation PLACE = new PictureLocation("Profile Pictures", "anna");

    private static Optional<PictureLocation> of(String url) {
        return PictureLocation.of(url, MY_SITE);
    }

    @Test
    void forms_that_sharepoint_and_scripts_write_mean_the_same_place() {
        assertThat(of("https://contoso-my.sharepoint.com:443/User%20Photos/Profile%20Pictures/anna_MThumb.jpg"))
                .contains(PLACE);
        assertThat(of("https://contoso-my.sharepoint.com/User Photos/Profile Pictures/anna_MThumb.jpg"))
                .contains(PLACE);
        assertThat(of("HTTPS://Contoso-My.SharePoint.com/user%20photos/Profile%20Pictures/anna_LTHUMB.JPG?t=1"))
                .contains(PLACE);
    }

    @Test
    void own_writing_is_that_of_sharepoint_and_reads_back() {
        String url = PLACE.pictureUrl(MY_SITE);
        assertThat(url)
                .isEqualTo("https://contoso-my.sharepoint.com:443/User%20Photos/Profile%20Pictures/anna_MThumb.jpg");
        assertThat(of(url)).contains(PLACE);
        PictureLocation odd = new PictureLocation("Imagens de Perfil", "o'hara #1 100%");
        assertThat(of(odd.pictureUrl(MY_SITE))).contains(odd);
    }

    @Test
    void places_elsewhere_are_no_places() {
        assertThat(of("https://evil.example/User%20Photos/Profile%20Pictures/anna_MThumb.jpg"))
                .isEmpty();
        assertThat(of("http://contoso-my.sharepoint.com/User%20Photos/Profile%20Pictures/anna_MThumb.jpg"))
                .isEmpty();
        assertThat(of("https://contoso-my.sharepoint.com:8443/User%20Photos/P/anna_MThumb.jpg"))
                .isEmpty();
        assertThat(of("https://contoso-my.sharepoint.com@evil.example/User%20Photos/P/anna_MThumb.jpg"))
                .isEmpty();
        assertThat(of("/User%20Photos/Profile%20Pictures/anna_MThumb.jpg")).isEmpty();
    }

    @Test
    void paths_that_climb_or_nest_are_no_places() {
        assertThat(of(MY_SITE + "/User%20Photos/../anna_MThumb.jpg")).isEmpty();
        assertThat(of(MY_SITE + "/User%20Photos/%2e%2e/anna_MThumb.jpg")).isEmpty();
        assertThat(of(MY_SITE + "/User%20Photos/a%2Fb/anna_MThumb.jpg")).isEmpty();
        assertThat(of(MY_SITE + "/User%20Photos/P/x/anna_MThumb.jpg")).isEmpty();
        assertThat(of(MY_SITE + "/personal/anna/Documents/anna_MThumb.jpg")).isEmpty();
    }

    @Test
    void other_files_and_nonsense_are_no_places() {
        assertThat(of(MY_SITE + "/User%20Photos/Profile%20Pictures/anna.jpg")).isEmpty();
        assertThat(of("")).isEmpty();
        assertThat(of("not an address %%%")).isEmpty();
        assertThat(of("javascript:alert(1)")).isEmpty();
    }
}
