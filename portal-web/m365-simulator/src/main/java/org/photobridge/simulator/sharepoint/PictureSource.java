package org.photobridge.simulator.sharepoint;

import java.awt.image.BufferedImage;
import java.util.Optional;
import org.photobridge.simulator.directory.Person;

/** The pictures that SharePoint makes its thumbnails of. */
interface PictureSource {

    /** Whether Exchange answers with a picture now, be it a bad one. */
    boolean isThere(Person person);

    /** What Exchange holds now, if SharePoint can read it. */
    Optional<BufferedImage> now(Person person);

    /** What Exchange held when the simulator started, whatever was put there since. */
    BufferedImage atStart(Person person);

    /** What Exchange held before that: the picture of stale profiles. */
    BufferedImage earlier(Person person);
}
