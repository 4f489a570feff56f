package org.photobridge.simulator.sharepoint;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Files and folders of the My Site host's root web. Nothing here touches a profile: an uploaded picture is seen by
 * nobody before PictureURL names it.
 */
final class FileStore implements AutoCloseable {
    private final Clock clock;
    private final String picturesFolder;
    private final SeededFiles seeded;
    private final SpillFile spill = new SpillFile();
    private final Map<String, StoredFile> written = new ConcurrentHashMap<>();
    private final Set<String> gone = ConcurrentHashMap.newKeySet();
    private final Map<String, String> folders = new ConcurrentHashMap<>();

    /**
     * Opens the store.
     *
     * @param picturesFolder server-relative, where the seeded files lie
     */
    FileStore(Clock clock, String picturesFolder, SeededFiles seeded) {
        this.clock = clock;
        this.picturesFolder = picturesFolder;
        this.seeded = seeded;
        String library = picturesFolder.substring(0, picturesFolder.lastIndexOf('/'));
        List.of("/", library, library + "/Forms", picturesFolder).forEach(this::addFolder);
    }

    /** The files of a host that has no such library. */
    static FileStore withoutPictures(Clock clock) {
        FileStore store = new FileStore(clock, "/Shared Documents/General", SeededFiles.none());
        store.removeFolder("/Shared Documents/General");
        return store;
    }

    Optional<StoredFile> find(String path) {
        String key = key(path);
        StoredFile own = written.get(key);
        if (own != null) {
            return Optional.of(own);
        }
        return gone.contains(key)
                        || !folders.containsKey(key(parent(path)))
                        || !key(parent(path)).equals(key(picturesFolder))
                ? Optional.empty()
                : seeded.find(name(path));
    }

    /** Writes a new file or the next version of one. */
    synchronized StoredFile write(String path, byte[] content) {
        Optional<StoredFile> before = find(path);
        Instant now = clock.instant();
        StoredFile file = new StoredFile(
                before.map(StoredFile::path).orElse(path),
                before.map(StoredFile::id).orElseGet(UUID::randomUUID),
                before.map(StoredFile::version).orElse(0) + 1,
                before.map(StoredFile::created).orElse(now),
                now,
                spill.write(content));
        written.put(key(path), file);
        return file;
    }

    /** Takes the file away, if it's there. */
    synchronized boolean delete(String path) {
        boolean there = find(path).isPresent();
        // In this order, or a reader in between would see the file of the start again.
        gone.add(key(path));
        written.remove(key(path));
        return there;
    }

    /** The folder's path in its own spelling. */
    Optional<String> folder(String path) {
        return Optional.ofNullable(folders.get(key(path)));
    }

    void addFolder(String path) {
        folders.putIfAbsent(key(path), path);
    }

    /** Takes an empty folder away; tests use it for the tenant where nobody ever had a photo. */
    void removeFolder(String path) {
        folders.remove(key(path));
    }

    List<String> subfolders(String path) {
        return folders.values().stream()
                .filter(folder -> !folder.equals("/") && key(parent(folder)).equals(key(path)))
                .sorted()
                .toList();
    }

    /** How many files lie directly in a folder; a walk over the seeded names, which takes a moment per ten thousand. */
    int countOfFiles(String folder) {
        int count = 0;
        for (StoredFile file : written.values()) {
            boolean here = key(parent(file.path())).equals(key(folder));
            boolean overSeeded = here && key(folder).equals(key(picturesFolder)) && isSeeded(file.path());
            count += here && !overSeeded ? 1 : 0;
        }
        return key(folder).equals(key(picturesFolder)) ? count + seeded.count() - goneSeeded() : count;
    }

    private int goneSeeded() {
        return (int) gone.stream()
                .filter(path -> isSeeded(path) && !written.containsKey(path))
                .count();
    }

    private boolean isSeeded(String path) {
        return seeded.find(name(path)).isPresent();
    }

    /** The first files of a folder by name; the bytes of seeded ones are not made for that. */
    List<StoredFile> files(String folder, int atMost) {
        TreeMap<String, StoredFile> own = new TreeMap<>();
        written.forEach((key, file) -> {
            if (key(parent(file.path())).equals(key(folder))) {
                own.put(key, file);
            }
        });
        List<StoredFile> files = new ArrayList<>(own.values());
        Iterator<String> names = key(folder).equals(key(picturesFolder))
                ? seeded.names()
                : List.<String>of().iterator();
        while (files.size() < atMost && names.hasNext()) {
            String path = folder + "/" + names.next();
            if (!own.containsKey(key(path))) {
                find(path).ifPresent(files::add);
            }
        }
        return files.subList(0, Math.min(atMost, files.size()));
    }

    String picturesFolder() {
        return picturesFolder;
    }

    @Override
    public void close() {
        spill.close();
    }

    static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash <= 0 ? "/" : path.substring(0, slash);
    }

    static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Paths differ by more than the case of letters, or they are the same (documented). */
    private static String key(String path) {
        String trimmed = path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return trimmed.toLowerCase(Locale.ROOT);
    }
}
