package dev.abacus.function.dispatcher.registry;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What a function may ask of one service, for the tenant that it is called for. What is not written here it may not.
 *
 * @param service its name
 * @param permissions the permission points that the function acts with
 * @param calls a method and a path each, such as {@code GET /products/*}: {@code *} is one segment, {@code **} at the end any number
 * @param data whether it may query the tables that the service publishes
 */
public record ServiceUse(String service, Set<String> permissions, List<String> calls, boolean data) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,62}");
    private static final Pattern CALL =
            Pattern.compile("(GET|POST|PUT|PATCH|DELETE) (/[A-Za-z0-9._~-]+|/\\*)*(/\\*\\*)?");
    private static final Pattern POINT = Pattern.compile("[a-z][a-z0-9-]*\\.[a-z][a-z0-9-]*");

    /** For the platform's own programs. */
    private static final List<String> INSIDE = List.of("internal", "actuator", "admin", "**", "*");

    /** The kernel's door to a tenant's rows; it is opened by {@code data: true} alone. */
    private static final String QUERIES = "/internal/tenant-data/queries";

    private static final String READING_DATA = "tenant-data.read";

    public ServiceUse(String service, Set<String> permissions, List<String> calls) {
        this(service, permissions, calls, false);
    }

    public ServiceUse {
        if (!NAME.matcher(service).matches()) {
            throw new IllegalArgumentException("name: \"" + service + "\" is no name of a service");
        }
        permissions.stream()
                .filter(point -> !POINT.matcher(point).matches())
                .findFirst()
                .ifPresent(point -> {
                    throw new IllegalArgumentException(
                            "permissions: \"" + point + "\" is no permission such as product.read");
                });
        calls.stream().filter(call -> !well(call)).findFirst().ifPresent(call -> {
            throw new IllegalArgumentException(
                    "calls: \"" + call
                            + "\" is no call such as GET /products/*, beginning with a word that is not of the platform's inside");
        });
        if (permissions.contains(READING_DATA)) {
            throw new IllegalArgumentException("permissions: " + READING_DATA + " comes with data: true");
        }
        permissions = Set.copyOf(permissions);
        calls = List.copyOf(calls);
    }

    private static boolean well(String call) {
        return CALL.matcher(call).matches()
                && call.contains("/")
                && !INSIDE.contains(segments(call.substring(call.indexOf('/')))[0]);
    }

    /** @param path without its query, and plain: whoever asks has made sure that it means what it looks like */
    public boolean allows(String method, String path) {
        if (data && method.equals("POST") && path.equals(QUERIES)) {
            return true;
        }
        return calls.stream().anyMatch(call -> {
            int space = call.indexOf(' ');
            return call.substring(0, space).equals(method)
                    && matches(segments(call.substring(space + 1)), segments(path));
        });
    }

    /** What the token of one call says: to read rows takes nothing of what other calls take, and the other way round. */
    public Set<String> granted(String path) {
        return path.equals(QUERIES) ? Set.of(READING_DATA) : permissions;
    }

    private static String[] segments(String path) {
        return path.substring(1).split("/", -1);
    }

    private static boolean matches(String[] pattern, String[] path) {
        boolean open = pattern[pattern.length - 1].equals("**");
        int fixed = open ? pattern.length - 1 : pattern.length;
        if (open ? path.length < fixed : path.length != fixed) {
            return false;
        }
        return IntStream.range(0, fixed)
                .allMatch(i -> pattern[i].equals(path[i]) || pattern[i].equals("*") && !path[i].isEmpty());
    }
}
