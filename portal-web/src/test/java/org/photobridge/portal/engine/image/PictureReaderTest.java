package org.photobridge.portal.engine.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.photobridge.testkit.Portraits;

class PictureReaderTest {

    private final PictureReader reader = new PictureReader(200);

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif", "bmp"})
    void every_usual_format_is_read_whatever_it_is_called(String format) throws Exception {
        Portrait portrait = reader.read(encoded(Portraits.drawn("anna", 120), format));

        assertThat(portrait.side()).isEqualTo(120);
        // GIF has 256 colours only
        assertThat(portrait.look().distance(look("anna"))).isLessThan(15);
    }

    @Test
    void webp_is_read() throws Exception {
        assertThat(reader.read(resource("/webp/1.webp")).side()).isEqualTo(368);
    }

    @ParameterizedTest
    @CsvSource({
        "ftypheic, HEIC",
        "ftypmif1, HEIC",
        "ftypavif, AVIF",
        "ftypisom, UNKNOWN_FORMAT",
        "<html><body>, UNKNOWN_FORMAT"
    })
    void what_cannot_be_read_is_refused_by_name(String start, Fault fault) {
        byte[] bytes = ("\0\0\0\30" + start + "\0\0\0\0").getBytes(StandardCharsets.ISO_8859_1);

        assertThat(refusal(bytes).fault()).isEqualTo(fault);
    }

    @Test
    void a_png_of_900_megapixels_is_refused_by_its_header_alone() {
        assertThat(refusal(pngHeader(30_000, 30_000)).fault()).isEqualTo(Fault.TOO_MANY_PIXELS);
    }

    @Test
    void a_long_thin_picture_is_refused_too() {
        assertThat(refusal(pngHeader(1_000_000, 20)).fault()).isEqualTo(Fault.TOO_MANY_PIXELS);
    }

    @Test
    void a_single_pixel_is_a_placeholder_and_no_portrait() throws Exception {
        byte[] gif = encoded(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), "gif");

        assertThat(refusal(gif).fault()).isEqualTo(Fault.TOO_SMALL);
    }

    @Test
    void too_many_bytes_are_not_even_looked_at() {
        assertThat(refusal(new byte[PictureReader.MOST_BYTES + 1]).fault()).isEqualTo(Fault.TOO_MANY_BYTES);
    }

    @Test
    void half_a_picture_is_corrupt_rather_than_half_grey() {
        byte[] whole = Portraits.jpeg("anna", 400);

        assertThat(refusal(Arrays.copyOf(whole, whole.length / 2)).fault()).isEqualTo(Fault.CORRUPT);
    }

    @Test
    void nothing_at_all_is_no_picture() {
        assertThat(refusal(new byte[0]).fault()).isEqualTo(Fault.UNKNOWN_FORMAT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Landscape_", "Portrait_"})
    void a_picture_is_turned_as_the_camera_says(String name) throws Exception {
        Look upright = reader.read(resource("/exif/" + name + "1.jpg")).look();

        for (int orientation = 2; orientation <= 8; orientation++) {
            Look turned = reader.read(resource("/exif/" + name + orientation + ".jpg"))
                    .look();
            assertThat(turned.distance(upright))
                    .as("orientation %d", orientation)
                    .isLessThan(15);
        }
    }

    @Test
    void print_colours_become_screen_colours() throws Exception {
        Portrait blue = reader.read(resource("/jpeg/jfif-cmyk-invalid-icc-profile-srgb.jpg"));
        Portrait blackOnWhite = reader.read(resource("/jpeg/cmyk-sample-no-icc.jpg"));

        assertThat(new Color(blue.image().getRGB(5, 5)).getBlue()).isGreaterThan(200);
        assertThat(new Color(blue.image().getRGB(5, 5)).getRed()).isLessThan(60);
        assertThat(new Color(blackOnWhite.image().getRGB(100, 60)).getGreen()).isGreaterThan(220);
    }

    @Test
    void what_shines_through_becomes_white() throws Exception {
        BufferedImage clear = new BufferedImage(64, 64, BufferedImage.TYPE_INT_ARGB);

        Portrait portrait = reader.read(encoded(clear, "png"));

        assertThat(new Color(portrait.image().getRGB(32, 32))).isEqualTo(Color.WHITE);
    }

    @Test
    void only_the_middle_of_an_oblong_picture_is_used() throws Exception {
        BufferedImage oblong = new BufferedImage(300, 100, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 100 * 100; i++) {
            oblong.setRGB(100 + i % 100, i / 100, 0x00ff00);
        }

        Portrait portrait = reader.read(encoded(oblong, "png"));

        assertThat(portrait.side()).isEqualTo(100);
        assertThat(portrait.image().getRGB(0, 0) & 0xffffff).isEqualTo(0x00ff00);
        assertThat(portrait.image().getRGB(99, 99) & 0xffffff).isEqualTo(0x00ff00);
    }

    @Test
    void a_large_picture_is_read_coarsely_and_still_looks_the_same() throws Exception {
        Portrait portrait = reader.read(encoded(Portraits.drawn("anna", 3_000), "jpg"));

        assertThat(portrait.side()).isEqualTo(3_000);
        assertThat(portrait.image().getWidth()).isBetween(800, 1_600);
        assertThat(portrait.look().distance(look("anna"))).isLessThan(8);
    }

    private Look look(String name) throws PictureRefused {
        return reader.read(Portraits.png(name, 120)).look();
    }

    private PictureRefused refusal(byte[] bytes) {
        return catchThrowableOfType(PictureRefused.class, () -> reader.read(bytes));
    }

    static byte[] encoded(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, bytes)).isTrue();
        return bytes.toByteArray();
    }

    static byte[] resource(String path) throws IOException {
        try (InputStream stream = PictureReaderTest.class.getResourceAsStream(path)) {
            assertThat(stream).as(path).isNotNull();
            return stream.readAllBytes();
        }
    }

    private static byte[] pngHeader(int width, int height) {
        ByteBuffer chunk = ByteBuffer.allocate(17).put("IHDR".getBytes(StandardCharsets.ISO_8859_1));
        chunk.putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0});
        CRC32 crc = new CRC32();
        crc.update(chunk.array());
        byte[] magic = "\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1);
        return ByteBuffer.allocate(33)
                .put(magic)
                .putInt(13)
                .put(chunk.array())
                .putInt((int) crc.getValue())
                .array();
    }
}
