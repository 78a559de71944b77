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
 */
public record ServiceUse(String service, Set<String> permissions, List<String> calls) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,62}");
    private static final Pattern CALL =
            Pattern.compile("(GET|POST|PUT|PATCH|DELETE) (/[A-Za-z0-9._~-]+|/\\*)*(/\\*\\*)?");
    private static final Pattern POINT = Pattern.compile("[a-z][a-z0-9-]*\\.[a-z][a-z0-9-]*");

    /** For the platform's own programs. */
    private static final List<String> INSIDE = List.of("internal", "actuator", "admin", "**", "*");

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
        return calls.stream().anyMatch(call -> {
            int space = call.indexOf(' ');
            return call.substring(0, space).equals(method)
                    && matches(segments(call.substring(space + 1)), segments(path));
        });
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
