package org.photobridge.simulator.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.photobridge.simulator.http.SiteUrls;

class PhotoStoreTest {
    private final Tenant tenant = new Tenant(42, 60, SiteLocale.EN, new SiteUrls(Map.of()));
    private final PhotoStore photos = tenant.photos();
    private final Person anna = tenant.named("anna.berg");

    @AfterEach
    void close() {
        tenant.close();
    }

    @Test
    void an_upload_changes_bytes_and_etag_and_is_encoded_anew() throws IOException {
        String before = etag(anna);
        byte[] picture = Pictures.png(new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB));
        photos.upload(anna, picture);
        assertThat(etag(anna)).isNotEqualTo(before);
        byte[] stored = photos.current(anna).orElseThrow();
        assertThat(stored).isNotEqualTo(picture).startsWith(0xFF, 0xD8);
        assertThat(photos.photo(anna).orElseThrow().largest()).isEqualTo(PhotoSize.square(300));
        assertThat(ImageIO.read(new ByteArrayInputStream(photos.bytes(anna, PhotoSize.square(240))))
                        .getWidth())
                .isEqualTo(240);
    }

    @Test
    void an_identical_upload_changes_the_etag_all_the_same() throws IOException {
        byte[] picture = Pictures.png(new BufferedImage(100, 100, BufferedImage.TYPE_INT_RGB));
        photos.upload(anna, picture);
        String first = etag(anna);
        byte[] bytes = photos.current(anna).orElseThrow();
        photos.upload(anna, picture);
        assertThat(etag(anna)).isNotEqualTo(first);
        assertThat(photos.current(anna).orElseThrow()).isEqualTo(bytes);
    }

    @Test
    void what_is_no_picture_is_refused_and_changes_nothing() {
        String before = etag(anna);
        assertThatThrownBy(() -> photos.upload(anna, "no picture".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IOException.class);
        assertThat(etag(anna)).isEqualTo(before);
    }

    @Test
    void a_touch_changes_the_etag_alone_and_an_unnoticed_replacement_the_bytes_alone() {
        byte[] bytes = photos.current(anna).orElseThrow();
        String etag = etag(anna);
        photos.touch(anna);
        assertThat(etag(anna)).isNotEqualTo(etag);
        assertThat(photos.current(anna).orElseThrow()).isEqualTo(bytes);
        String touched = etag(anna);
        photos.replaceUnnoticed(anna);
        assertThat(etag(anna)).isEqualTo(touched);
        assertThat(photos.current(anna).orElseThrow()).isNotEqualTo(bytes);
    }

    @Test
    void a_deleted_photo_is_gone_until_another_one_comes() {
        photos.delete(anna);
        assertThat(photos.photo(anna)).isEmpty();
        assertThat(photos.shape(anna)).isEqualTo(PhotoShape.NONE);
        photos.replace(anna);
        assertThat(photos.photo(anna)).isPresent();
    }

    @Test
    void odd_pictures_are_what_they_are_said_to_be() throws IOException {
        assertThat(photos.current(tenant.named("cmyk.photo")).orElseThrow()).startsWith(0xFF, 0xD8);
        assertThat(bands("cmyk.photo")).isEqualTo(4);
        assertThat(photos.current(tenant.named("png.photo")).orElseThrow()).startsWith(0x89, 'P', 'N', 'G');
        assertThat(photos.current(tenant.named("turned.photo")).orElseThrow())
                .containsSequence('E', 'x', 'i', 'f', 0, 0);
        BufferedImage odd =
                Pictures.decoded(photos.current(tenant.named("odd.size")).orElseThrow());
        assertThat(odd.getWidth()).isEqualTo(300);
        assertThat(odd.getHeight()).isEqualTo(417);
        assertThat(photos.photo(tenant.named("tiny.photo")).orElseThrow().largest())
                .isEqualTo(PhotoSize.square(96));
    }

    @Test
    void the_huge_picture_is_small_and_says_its_size_in_the_header() throws IOException {
        byte[] huge = photos.current(tenant.named("huge.png")).orElseThrow();
        assertThat(huge.length).isLessThan(4 * 1024 * 1024);
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(huge))) {
            ImageReader reader = ImageIO.getImageReaders(in).next();
            reader.setInput(in);
            assertThat(reader.getWidth(0)).isEqualTo(30_000);
            assertThat(reader.getHeight(0)).isEqualTo(30_000);
        }
    }

    @Test
    void the_corrupt_picture_has_a_sound_beginning_only() {
        byte[] corrupt = photos.current(tenant.named("corrupt.photo")).orElseThrow();
        byte[] sound = photos.current(anna).orElseThrow();
        assertThat(corrupt).startsWith(0xFF, 0xD8);
        assertThat(corrupt[corrupt.length - 1]).isNotEqualTo(sound[sound.length - 1]);
    }

    private int bands(String alias) throws IOException {
        byte[] bytes = photos.current(tenant.named(alias)).orElseThrow();
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            ImageReader reader = ImageIO.getImageReaders(in).next();
            reader.setInput(in);
            return reader.readRaster(0, null).getNumBands();
        }
    }

    private String etag(Person person) {
        return photos.photo(person).orElseThrow().etag();
    }
}
