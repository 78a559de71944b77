package dev.abacus.sql.functions;

import dev.abacus.sql.drive.Control;
import dev.abacus.sql.release.Release;
import java.sql.SQLException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Releases as they were submitted. A process does many targets of one, which is read and split once. */
final class Texts {

    private static final int KEPT = 8;

    private final Map<String, Release> kept = Collections.synchronizedMap(new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Release> eldest) {
            return size() > KEPT;
        }
    });

    /** @throws Refused when there is no such text */
    Release of(Control control, String name, String checksum) throws SQLException {
        String key = name + " " + checksum;
        Release known = kept.get(key);
        if (known == null) {
            known = read(control, name, checksum);
            kept.put(key, known);
        }
        return known;
    }

    /** The latest, in what does not belong to the checksum too. */
    static Release read(Control control, String name, String checksum) throws SQLException {
        return control.shelf()
                .find(name, checksum)
                .orElseThrow(() ->
                        new Refused("The text of " + name + " was not handed in here; it was run by other means."))
                .release();
    }
}
