package org.photobridge.portal.engine;

/** What the engine asks and tells about the run from outside. Called often (several times a second): keep it cheap. */
public interface RunControl {

    /** For a run that nobody stops or watches. */
    RunControl NONE = new RunControl() {
        @Override
        public Signal signal() {
            return Signal.GO_ON;
        }

        @Override
        public void progress(Progress progress) {
            // nobody watches
        }
    };

    Signal signal();

    /** Says what the run is doing; outside of any transaction, best effort. */
    void progress(Progress progress);

    /** Whether the run is to stop as soon as it safely can. */
    default boolean stops() {
        return signal() != Signal.GO_ON;
    }
}
