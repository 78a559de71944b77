package dev.abacus.gateway.frontend;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a build says of itself, in its {@code manifest.json}.
 *
 * @param build its id, which is also its directory's name
 * @param entry the HTML that everything begins with; {@code %BUILD%} in it stands for the id
 * @param apiLevel the level of the suite's API that the page is written for
 * @param oldestApiLevel the lowest level that the services released together with this build still speak
 * @param assets each file that may be asked for, the entry among them, and its SHA-256 in hexadecimal digits: a copy that
 *     is not complete is no build yet
 */
record Manifest(String build, String entry, int apiLevel, int oldestApiLevel, Map<String, String> assets) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    /** Plain names only: nothing that leads upwards, is hidden, or would have to be decoded. */
    private static final Pattern PATH = Pattern.compile("[\\w@][\\w@.-]*(/[\\w@][\\w@.-]*)*");

    Manifest {
        assets = assets == null ? Map.of() : Map.copyOf(assets);
        require(isId(build), "'%s' is no id of a build", build);
        require(oldestApiLevel >= 1 && oldestApiLevel <= apiLevel, "API levels of %s: 1 <= oldest <= own", build);
        assets.keySet().forEach(path -> require(PATH.matcher(path).matches(), "'%s' is no path of an asset", path));
        require(entry != null && assets.containsKey(entry), "the entry '%s' is not among the assets", entry);
    }

    static boolean isId(String text) {
        return text != null && ID.matcher(text).matches();
    }

    private static void require(boolean holds, String otherwise, Object about) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise.formatted(about));
        }
    }
}
