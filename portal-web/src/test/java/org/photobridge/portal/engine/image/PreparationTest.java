package org.photobridge.portal.engine.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.photobridge.spi.PreparedPicture;
import org.photobridge.spi.Rendition;
import org.photobridge.testkit.Portraits;

class PreparationTest {

    private static final List<Rendition> THREE =
            List.of(Rendition.jpeg("L", 200), Rendition.jpeg("M", 72), Rendition.jpeg("S", 48));

    private final PictureReader reader = new PictureReader(200);
    private final Preparation preparation = new Preparation(THREE);

    @Test
    void every_rendition_has_its_pixels_and_the_largest_the_same_look() throws Exception {
        Portrait portrait = reader.read(Portraits.jpeg("anna", 648));

        Prepared prepared = preparation.prepare(portrait);

        for (PreparedPicture picture : prepared.pictures()) {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture.bytes()));
            assertThat(image.getWidth()).isEqualTo(picture.rendition().pixels());
            assertThat(image.getHeight()).isEqualTo(picture.rendition().pixels());
        }
        byte[] largest = prepared.pictures().get(0).bytes();
        assertThat(reader.read(largest).look().distance(portrait.look())).isLessThan(8);
        assertThat(prepared.enlarged()).isFalse();
    }

    @Test
    void the_same_picture_comes_out_the_same_each_time() throws Exception {
        byte[] bytes = Portraits.jpeg("anna", 300);

        assertThat(preparation.prepare(reader.read(bytes)).hash())
                .isEqualTo(new Preparation(THREE)
                        .prepare(new PictureReader(200).read(bytes))
                        .hash())
                .isNotEqualTo(preparation
                        .prepare(reader.read(Portraits.jpeg("bert", 300)))
                        .hash());
    }

    @Test
    void a_small_picture_is_enlarged_and_it_is_said() throws Exception {
        Prepared prepared = preparation.prepare(reader.read(Portraits.jpeg("anna", 96)));

        assertThat(prepared.enlarged()).isTrue();
        assertThat(ImageIO.read(new ByteArrayInputStream(
                                prepared.pictures().get(0).bytes()))
                        .getWidth())
                .isEqualTo(200);
    }

    @Test
    void quality_gives_way_until_the_bytes_fit() throws Exception {
        Portrait noise = noise();
        int roomy = preparation.prepare(noise).pictures().get(0).bytes().length;
        Rendition tight = new Rendition("L", 200, "image/jpeg", roomy / 2);

        Prepared prepared = new Preparation(List.of(tight)).prepare(noise);

        assertThat(prepared.pictures().get(0).bytes()).hasSizeLessThanOrEqualTo(roomy / 2);
    }

    @Test
    void a_picture_that_never_fits_is_refused() {
        Preparation hopeless = new Preparation(List.of(new Rendition("L", 200, "image/jpeg", 500)));

        assertThat(catchThrowableOfType(PictureRefused.class, () -> hopeless.prepare(noise()))
                        .fault())
                .isEqualTo(Fault.DOES_NOT_FIT);
    }

    @Test
    void a_png_rendition_is_a_png() throws Exception {
        Preparation png = new Preparation(List.of(new Rendition("P", 64, "image/png", 100_000)));

        byte[] bytes = png.prepare(reader.read(Portraits.jpeg("anna")))
                .pictures()
                .get(0)
                .bytes();

        assertThat(PictureFormat.of(bytes)).isEqualTo(PictureFormat.PNG);
    }

    @Test
    void the_recipe_changes_with_the_renditions() {
        assertThat(preparation.recipe())
                .isEqualTo(new Preparation(THREE).recipe())
                .isNotEqualTo(new Preparation(List.of(Rendition.jpeg("L", 201))).recipe());
    }

    private static Portrait noise() {
        BufferedImage image = new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(7);
        for (int i = 0; i < 200 * 200; i++) {
            image.setRGB(i % 200, i / 200, random.nextInt(0x1000000));
        }
        return new Portrait(image, 200);
    }
}
