package org.photobridge.simulator.sharepoint;

import java.util.Collections;
import java.util.Iterator;
import java.util.Optional;

/** The files that were there before the simulator started: told by their names, drawn when they are read. */
interface SeededFiles {

    /** The file of this name, in any case of letters; its folder is the pictures folder. */
    Optional<StoredFile> find(String name);

    /** All names, made one by one while somebody asks. */
    Iterator<String> names();

    /** How many names there are. */
    int count();

    static SeededFiles none() {
        return new SeededFiles() {
            @Override
            public Optional<StoredFile> find(String name) {
                return Optional.empty();
            }

            @Override
            public Iterator<String> names() {
                return Collections.emptyIterator();
            }

            @Override
            public int count() {
                return 0;
            }
        };
    }
}
