package org.photobridge.portal.engine.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReader;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import org.junit.jupiter.api.Test;

/** Pictures that other programs stumbled over: each is read or refused, none does anything else. */
class HardPicturesTest {

    private final PictureReader reader = new PictureReader(200);
    private final List<String> read = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();

    @Test
    void hard_jpegs_are_read_or_refused() throws IOException {
        readAll("/jpeg/", ".jpg");

        assertThat(read).hasSizeGreaterThan(45);
        assertThat(refused).hasSizeLessThan(3);
    }

    @Test
    void broken_jpegs_are_read_or_refused() throws IOException {
        readAll("/broken-jpeg/", "g");

        assertThat(read).isEmpty();
    }

    @Test
    void webp_pictures_are_read_or_refused() throws IOException {
        readAll("/webp/", ".webp");

        assertThat(read).hasSizeGreaterThan(20);
    }

    private void readAll(String folder, String ending) throws IOException {
        for (String path : paths(folder, ending)) {
            try {
                Portrait portrait = reader.read(PictureReaderTest.resource("/" + path));
                assertThat(portrait.preview()).hasSizeBetween(100, 32_768);
                read.add(path);
            } catch (PictureRefused e) {
                refused.add(path + " " + e.fault());
            }
        }
    }

    private static List<String> paths(String folder, String ending) throws IOException {
        URL any = HardPicturesTest.class.getResource(folder);
        assertThat(any).as(JPEGImageReader.class.getName()).isNotNull();
        JarURLConnection jar = (JarURLConnection) any.openConnection();
        return jar.getJarFile().stream()
                .map(JarEntry::getName)
                .filter(name -> name.startsWith(folder.substring(1)) && name.endsWith(ending))
                .toList();
    }
}
