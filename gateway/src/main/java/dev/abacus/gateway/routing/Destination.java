package dev.abacus.gateway.routing;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.cloud.client.ServiceInstance;

/**
 * A service and how its paths are told to the outside.
 *
 * @param prefix leading path segments that the service does not know of
 * @param api whether it takes tokens only, and so is no business of cookies
 */
record Destination(String service, int prefix, boolean api) {

    /** The same path, as it was written, at {@code instance}. Decoding and encoding it again could make it another one. */
    URI at(ServiceInstance instance, HttpServletRequest request) {
        String path = request.getRequestURI().substring(prefixOf(request).length());
        String query = request.getQueryString();
        return URI.create(instance.getUri() + (path.isEmpty() ? "/" : path) + (query == null ? "" : "?" + query));
    }

    /** What is taken off the path, such as {@code /api/trade}. */
    String prefixOf(HttpServletRequest request) {
        String path = request.getRequestURI();
        int end = 0;
        for (int segment = 0; segment < prefix; segment++) {
            int next = path.indexOf('/', end + 1);
            end = next < 0 ? path.length() : next;
        }
        return path.substring(0, end);
    }
}
