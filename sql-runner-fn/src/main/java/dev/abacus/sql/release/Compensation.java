package dev.abacus.sql.release;

import dev.abacus.sql.split.Script;

/** How a script is taken back. */
public sealed interface Compensation {

    String checksum();

    /** It is not. */
    record None() implements Compensation {
        @Override
        public String checksum() {
            return "none";
        }
    }

    /** Nothing has to be done: what other scripts' compensation does is enough, or what is left does no harm. */
    record NotNeeded() implements Compensation {
        @Override
        public String checksum() {
            return "not-needed";
        }
    }

    /** By the rows as they were, which are kept beside while it runs. For UPDATE, DELETE and INSERT. */
    record BeforeImage() implements Compensation {
        @Override
        public String checksum() {
            return "before-image";
        }
    }

    /** By a script that somebody wrote. */
    record Undo(Script script) implements Compensation {
        @Override
        public String checksum() {
            return script.name() + " " + script.checksum();
        }
    }
}
