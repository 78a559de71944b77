package dev.abacus.bench.programs.hop;

/** What a call happens in. */
interface Surroundings {

    /** Nothing, as in a suite without lanes. */
    Surroundings NONE = new Surroundings() {
        @Override
        public AutoCloseable enter() {
            return () -> {};
        }

        @Override
        public boolean arrived() {
            return true;
        }
    };

    /** Enters it, as somebody has done before a call is made. */
    AutoCloseable enter();

    /** Whether the receiver of a call finds itself in it. */
    boolean arrived();
}
