package dev.abacus.gateway.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;

/** A request of which only the headers that may pass can be seen. */
final class StrippedRequest extends HttpServletRequestWrapper {

    StrippedRequest(HttpServletRequest request) {
        super(request);
    }

    @Override
    public String getHeader(String name) {
        return OutsideHeaders.pass(name) ? super.getHeader(name) : null;
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return OutsideHeaders.pass(name) ? super.getHeaders(name) : Collections.emptyEnumeration();
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        return Collections.enumeration(Collections.list(super.getHeaderNames()).stream()
                .filter(OutsideHeaders::pass)
                .toList());
    }

    @Override
    public int getIntHeader(String name) {
        return OutsideHeaders.pass(name) ? super.getIntHeader(name) : -1;
    }

    @Override
    public long getDateHeader(String name) {
        return OutsideHeaders.pass(name) ? super.getDateHeader(name) : -1;
    }

    /** Headers that come after the body are headers all the same, and none of ours is sent so. */
    @Override
    public Map<String, String> getTrailerFields() {
        return Map.of();
    }
}
