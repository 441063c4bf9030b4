package dev.sdc.engine;

/** Told how far a check has come. Called on the thread that checks; must not throw. */
public interface Progress {
    /** Nobody watches. */
    Progress NONE = new Progress() {
        @Override
        public void reading(String path, int number, int of) {}

        @Override
        public void checking() {}
    };

    /** A file is being read: the how manieth of how many. */
    void reading(String path, int number, int of);

    /** All files are read, and the rules run. */
    void checking();
}
