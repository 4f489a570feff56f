package org.photobridge.simulator.sharepoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.photobridge.simulator.sharepoint.SharePointClient.encoded;
import static org.photobridge.simulator.sharepoint.SharePointClient.json;
import static org.photobridge.simulator.sharepoint.SharePointClient.text;

import org.junit.jupiter.api.Test;
import org.photobridge.simulator.M365Simulator;
import org.photobridge.simulator.SimulatorOptions;
import org.photobridge.simulator.directory.Person;
import org.photobridge.simulator.directory.SiteLocale;
import org.photobridge.simulator.http.Site;

class LocalisedFolderIT {
    private static final String FOLDER = "/_api/web/GetFolderByServerRelativePath(decodedUrl='/User%20Photos/";

    @Test
    void a_german_tenant_has_its_pictures_in_a_german_folder_until_it_has_none() {
        try (M365Simulator simulator =
                M365Simulator.start(SimulatorOptions.defaults().locale(SiteLocale.DE))) {
            SharePointClient my = SharePointClient.of(simulator, Site.MY);
            assertThat(my.get(FOLDER + "Profile%20Pictures')").statusCode()).isEqualTo(404);
            assertThat(my.get(FOLDER + "Profilbilder')").statusCode()).isEqualTo(200);
            assertThat(json(my.get("/_api/web?$select=Language"))
                            .get("Language")
                            .asInt())
                    .isEqualTo(1031);
            Person anna = simulator.tenant().named("anna.berg");
            assertThat(simulator.sharePoint().profile(anna).orElseThrow().get("PictureURL"))
                    .contains("/User%20Photos/Profilbilder/" + anna.objectId());
            simulator.sharePoint().removePicturesFolder();
            assertThat(my.get(FOLDER + "Profilbilder')").statusCode()).isEqualTo(404);
            assertThat(text(my.get(FOLDER + "')/Folders?$select=Name"))).doesNotContain("Profilbilder");
            String add = "/_api/web/folders/AddUsingPath(decodedUrl='" + encoded("User Photos/Profilbilder") + "')";
            assertThat(my.post(add, "").statusCode()).isEqualTo(200);
            assertThat(my.get(FOLDER + "Profilbilder')").statusCode()).isEqualTo(200);
        }
    }
}
