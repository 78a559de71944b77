package dev.abacus.function.dispatcher.pool;

/** A worker that serves one version. Its numbers are guarded by its fleet's lock. */
final class Instance {

    private final WorkerProcess process;
    private int busy;
    private boolean leaving;

    Instance(WorkerProcess process) {
        this.process = process;
    }

    WorkerProcess process() {
        return process;
    }

    int busy() {
        return busy;
    }

    boolean leaving() {
        return leaving;
    }

    void leave() {
        leaving = true;
    }

    void take() {
        busy++;
    }

    void free() {
        busy--;
    }
}
