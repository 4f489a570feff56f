package org.photobridge.simulator.sharepoint;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.photobridge.simulator.directory.Person;

/** The thumbnail files that a tenant has at the start: three for each person whose profile names them. */
final class ThumbnailFiles implements SeededFiles {
    private final Directory directory;
    private final ThumbnailDrawing drawing;
    private final String folder;
    private Map<String, Integer> byAccountForm;
    private int counted = -1;

    ThumbnailFiles(Directory directory, ThumbnailDrawing drawing, String folder) {
        this.directory = directory;
        this.drawing = drawing;
        this.folder = folder;
    }

    @Override
    public Optional<StoredFile> find(String name) {
        Optional<ThumbnailSize> size = ThumbnailSize.ofFileName(name);
        if (size.isEmpty()) {
            return Optional.empty();
        }
        String base =
                name.substring(0, name.length() - size.get().suffix().length()).toLowerCase(Locale.ROOT);
        return owner(base).flatMap(person -> file(person, size.get()));
    }

    @Override
    public Iterator<String> names() {
        return IntStream.range(0, directory.size())
                .mapToObj(directory::atStart)
                .filter(person -> ThumbnailDrawing.hasFiles(person.sharePoint()))
                .map(BaseName::atStart)
                .flatMap(base -> Arrays.stream(ThumbnailSize.values()).map(size -> size.fileName(base)))
                .iterator();
    }

    @Override
    public synchronized int count() {
        if (counted < 0) {
            long people = IntStream.range(0, directory.size())
                    .mapToObj(directory::atStart)
                    .filter(person -> ThumbnailDrawing.hasFiles(person.sharePoint()))
                    .count();
            counted = (int) people * ThumbnailSize.values().length;
        }
        return counted;
    }

    private Optional<Person> owner(String base) {
        return directory
                .byObjectId(base)
                .map(person -> directory.atStart(person.index()))
                .filter(person -> BaseName.atStart(person).equals(base))
                .or(() -> Optional.ofNullable(accountForms().get(base)).map(directory::atStart));
    }

    private Optional<StoredFile> file(Person person, ThumbnailSize size) {
        String path = folder + "/" + size.fileName(BaseName.atStart(person));
        UUID id = UUID.nameUUIDFromBytes(path.getBytes(StandardCharsets.UTF_8));
        Instant time = StartingProfile.pictureTime(person);
        return drawing.contentAtStart(person, size).map(content -> new StoredFile(path, id, 1, time, time, content));
    }

    /** An account form can't be turned back into a name, so the first question for one costs a walk over everybody. */
    private synchronized Map<String, Integer> accountForms() {
        if (byAccountForm == null) {
            byAccountForm = new HashMap<>();
            for (int index = 0; index < directory.size(); index++) {
                Person person = directory.atStart(index);
                String base = BaseName.atStart(person);
                if (!base.equals(person.objectId())) {
                    byAccountForm.putIfAbsent(base, index);
                }
            }
        }
        return byAccountForm;
    }
}
