package org.photobridge.simulator.directory;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * The pictures of Exchange Online and Entra, as the photo service gives them out. They are drawn when asked for; only
 * what was written since the start is kept, in files.
 */
public final class PhotoStore implements AutoCloseable {
    private static final float QUALITY = 0.88f;
    private static final int CACHED_BYTES = 48 * 1024 * 1024;

    private final long seed;
    private final Portraits portraits;
    private final Map<Integer, Held> written = new ConcurrentHashMap<>();
    private final ByteCache cache = new ByteCache(CACHED_BYTES);
    private final Map<Path, PhotoSize> files = new ConcurrentHashMap<>();

    /**
     * What somebody's entry has become.
     *
     * @param generation which drawing, if there is no file
     * @param marks counts what makes the etag change
     */
    private record Held(PhotoShape shape, int generation, int marks, Optional<Path> file, String contentType) {
        static Held atStart(Person person) {
            return new Held(person.photo(), 1, 1, Optional.empty(), "");
        }

        Held marked() {
            return new Held(shape, generation, marks + 1, file, contentType);
        }

        Held drawn(PhotoShape newShape) {
            return new Held(newShape, generation + 1, marks, Optional.empty(), "");
        }

        Held shaped(PhotoShape newShape) {
            return new Held(newShape, generation, marks, file, contentType);
        }

        Held filed(Path newFile, String type) {
            return new Held(PhotoShape.ENTRA_ODD, generation + 1, marks, Optional.of(newFile), type);
        }
    }

    PhotoStore(long seed) {
        this.seed = seed;
        this.portraits = new Portraits(seed);
    }

    /** What the service holds for a person now; refusals are shapes too. */
    public PhotoShape shape(Person person) {
        return held(person).shape();
    }

    /** Empty if the service refuses or has none. */
    public Optional<Photo> photo(Person person) {
        Held held = held(person);
        if (!held.shape().isThere()) {
            return Optional.empty();
        }
        return Optional.of(new Photo(held.shape(), contentType(held), sizes(held), etag(person, held)));
    }

    /** The picture's bytes in one of its sizes. */
    public byte[] bytes(Person person, PhotoSize size) {
        Held held = held(person);
        String key = person.index() + "/" + held.generation() + "/" + held.shape() + "/" + size;
        return cache.get(key, () -> made(person, held, size));
    }

    /** The largest picture that there is; empty as in {@link #photo}. */
    public Optional<byte[]> current(Person person) {
        return photo(person).map(photo -> bytes(person, photo.largest()));
    }

    /** The picture that the person had before the simulator started: 648 px square. */
    public byte[] earlier(Person person) {
        String key = person.index() + "/earlier";
        return cache.get(key, () -> Pictures.jpeg(portraits.draw(person.index(), 0), QUALITY));
    }

    /** As {@link #earlier}, not yet encoded. */
    public BufferedImage drawnEarlier(Person person) {
        return portraits.draw(person.index(), 0);
    }

    /** The picture that the person had when the simulator started, upright and sound whatever its shape. */
    public BufferedImage atStart(Person person) {
        BufferedImage drawn = portraits.draw(person.index(), 1);
        try {
            return switch (person.photo()) {
                case ENTRA_ODD -> Pictures.decoded(tall(drawn, new PhotoSize(300, 417)));
                case PNG -> Pictures.decoded(OddPictures.transparentPng(drawn));
                default -> drawn;
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Takes a new picture as Graph's PUT does: cut square, encoded anew, so what is read back isn't what was written.
     *
     * @throws IOException if it can't be decoded
     */
    public void upload(Person person, byte[] picture) throws IOException {
        BufferedImage image = Pictures.decoded(picture);
        int side = Math.min(Math.min(image.getWidth(), image.getHeight()), Portraits.SIDE);
        byte[] stored = Pictures.jpeg(Pictures.square(image, side), 0.9f);
        Path file = spill(stored, PhotoSize.square(side));
        change(
                person,
                held -> held.filed(file, "image/jpeg")
                        .shaped(PhotoShape.EXCHANGE)
                        .marked());
    }

    /** Serves these very bytes from now on, be they a picture or not; for tests. */
    public void putVerbatim(Person person, byte[] bytes, String contentType, PhotoSize claimed) {
        Path file = spill(bytes, claimed);
        change(person, held -> held.filed(file, contentType).marked());
    }

    /** Gives the person another portrait. */
    public void replace(Person person) {
        change(person, held -> held.drawn(PhotoShape.EXCHANGE).marked());
    }

    /** Another portrait under the old etag, as while replication lags. */
    public void replaceUnnoticed(Person person) {
        change(person, held -> held.drawn(PhotoShape.EXCHANGE));
    }

    /** A new etag for the same bytes, as after a move between stores. */
    public void touch(Person person) {
        change(person, Held::marked);
    }

    public void delete(Person person) {
        change(person, held -> held.shaped(PhotoShape.NONE).marked());
    }

    /** Makes the service answer for this person in the given way. */
    public void reshape(Person person, PhotoShape shape) {
        change(person, held -> new Held(shape, held.generation(), held.marks() + 1, Optional.empty(), ""));
    }

    @Override
    public void close() {
        files.keySet().forEach(PhotoStore::remove);
    }

    private Held held(Person person) {
        return written.getOrDefault(person.index(), Held.atStart(person));
    }

    private void change(Person person, UnaryOperator<Held> how) {
        written.compute(person.index(), (index, old) -> how.apply(old == null ? Held.atStart(person) : old));
    }

    private String etag(Person person, Held held) {
        return String.format("%08X", (int) Mix.of(seed, person.index() * 1000L + held.marks(), "etag"));
    }

    private static String contentType(Held held) {
        if (held.file().isPresent()) {
            return held.contentType();
        }
        return held.shape() == PhotoShape.PLACEHOLDER_GIF ? "image/gif" : "image/jpeg";
    }

    private List<PhotoSize> sizes(Held held) {
        if (held.file().isPresent()) {
            return withSquares(files.get(held.file().get()), held.shape() == PhotoShape.EXCHANGE);
        }
        return switch (held.shape()) {
            case EXCHANGE_SMALL -> PhotoSize.square(96).squaresWithin();
            case ENTRA_ODD -> withSquares(new PhotoSize(300, 417), true);
            case PNG -> withSquares(PhotoSize.square(500), true);
            case PLACEHOLDER_GIF -> List.of(PhotoSize.square(1));
            case HUGE_PNG -> List.of(PhotoSize.square(OddPictures.HUGE_SIDE));
            case CORRUPT, CMYK, EXIF_TURNED -> List.of(PhotoSize.square(Portraits.SIDE));
            default -> PhotoSize.SQUARES;
        };
    }

    /** The size of the original, which is the largest, behind the squares that can be made of it. */
    private static List<PhotoSize> withSquares(PhotoSize original, boolean canBeScaled) {
        List<PhotoSize> sizes = new ArrayList<>();
        if (canBeScaled) {
            sizes.addAll(original.squaresWithin());
        }
        sizes.remove(original);
        sizes.add(original);
        return List.copyOf(sizes);
    }

    private byte[] made(Person person, Held held, PhotoSize size) {
        try {
            if (held.file().isPresent()) {
                return ofFile(held.file().get(), size);
            }
            return odd(person, held, size)
                    .orElseGet(() -> Pictures.jpeg(
                            Pictures.scaled(portrait(person, held), size.width(), size.height()), QUALITY));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] ofFile(Path file, PhotoSize size) throws IOException {
        byte[] original = Files.readAllBytes(file);
        return size.equals(files.get(file)) ? original : Pictures.squareJpeg(original, size.width(), QUALITY);
    }

    private BufferedImage portrait(Person person, Held held) {
        return portraits.draw(person.index(), held.generation());
    }

    private Optional<byte[]> odd(Person person, Held held, PhotoSize size) {
        BufferedImage drawn = portrait(person, held);
        return switch (held.shape()) {
            case PLACEHOLDER_GIF -> Optional.of(OddPictures.placeholderGif());
            case HUGE_PNG -> Optional.of(OddPictures.hugePng());
            case CORRUPT -> Optional.of(OddPictures.corrupt(Pictures.jpeg(drawn, QUALITY)));
            case CMYK -> Optional.of(OddPictures.cmyk(drawn));
            case EXIF_TURNED -> Optional.of(OddPictures.turned(drawn));
            case PNG -> size.width() == 500 ? Optional.of(OddPictures.transparentPng(drawn)) : Optional.empty();
            case ENTRA_ODD -> size.width() == size.height() ? Optional.empty() : Optional.of(tall(drawn, size));
            default -> Optional.empty();
        };
    }

    /** A part of the drawing in the given proportions. */
    private static byte[] tall(BufferedImage drawn, PhotoSize size) {
        int width = drawn.getHeight() * size.width() / size.height();
        BufferedImage part = drawn.getSubimage((drawn.getWidth() - width) / 2, 0, width, drawn.getHeight());
        return Pictures.jpeg(Pictures.scaled(part, size.width(), size.height()), QUALITY);
    }

    private Path spill(byte[] bytes, PhotoSize size) {
        try {
            Path file = Files.createTempFile("m365-simulator-", ".photo");
            Files.write(file, bytes);
            files.put(file, size);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
