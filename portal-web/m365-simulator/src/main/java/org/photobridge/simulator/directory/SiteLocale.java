package org.photobridge.simulator.directory;

/** The language of the My Site host, which names the pictures' folder (SHAREPOINT.md 1.3). */
public enum SiteLocale {
    EN("Profile Pictures", 1033),
    NL("Profielafbeeldingen", 1043),
    DE("Profilbilder", 1031),
    PT("Imagens de Perfil", 1046);

    private final String pictureFolder;
    private final int lcid;

    SiteLocale(String pictureFolder, int lcid) {
        this.pictureFolder = pictureFolder;
        this.lcid = lcid;
    }

    public String pictureFolder() {
        return pictureFolder;
    }

    public int lcid() {
        return lcid;
    }
}
