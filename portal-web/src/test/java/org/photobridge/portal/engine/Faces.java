package org.photobridge.portal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.photobridge.portal.engine.image.Look;
import org.photobridge.portal.engine.image.PictureReader;
import org.photobridge.portal.engine.image.PictureRefused;
import org.photobridge.testkit.Portraits;

/** Whose portrait a picture is, by look: a byte more or less doesn't tell that two people's were swapped. */
final class Faces {

    private static final PictureReader READER = new PictureReader(200);

    private Faces() {}

    /** That a picture is one person's portrait, and none of the others'. */
    static void assertIsOf(String name, List<String> everybody, byte[] picture) throws PictureRefused {
        Look look = READER.read(picture).look();
        for (String one : everybody) {
            assertThat(look.isAlike(READER.read(Portraits.jpeg(one)).look()))
                    .as("the picture of %s looks like %s", name, one)
                    .isEqualTo(one.equals(name));
        }
    }
}
