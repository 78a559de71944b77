package dev.abacus.gateway.routing;

import dev.abacus.gateway.frontend.UpgradeFilter;
import dev.abacus.gateway.lane.SessionKeys;
import dev.abacus.kernel.telemetry.RequestId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMessage;
import org.springframework.stereotype.Component;

/** The headers that a service gets from us and a caller gets back. */
@Component
class HeadersInside {

    /** Headers for one connection only (RFC 9110, 7.6.1). */
    private static final Set<String> HOP_BY_HOP = Set.of(
            "Connection",
            "Keep-Alive",
            "Proxy-Authenticate",
            "Proxy-Authorization",
            "Proxy-Connection",
            "TE",
            "Trailer",
            "Transfer-Encoding",
            "Upgrade");

    /**
     * Only those that passed the door are left to copy, and they are copied as they were written: a content type that was
     * parsed and printed again would claim a character set that nobody named. Where the request came from is ours to say.
     */
    HttpHeaders of(HttpServletRequest outside, Destination destination) {
        HttpHeaders headers = new HttpHeaders();
        outside.getHeaderNames()
                .asIterator()
                .forEachRemaining(name -> headers.addAll(name, Collections.list(outside.getHeaders(name))));
        HOP_BY_HOP.forEach(headers::remove);
        headers.remove(HttpHeaders.HOST);
        headers.remove(SessionKeys.HEADER);
        headers.remove(UpgradeFilter.HEADER);
        if (destination.api()) {
            headers.remove(HttpHeaders.COOKIE);
        }
        RequestId.current().ifPresent(id -> headers.set(RequestId.HEADER, id));
        headers.set("X-Forwarded-For", outside.getRemoteAddr());
        headers.set("X-Forwarded-Proto", outside.getScheme());
        headers.set("X-Forwarded-Host", outside.getServerName());
        headers.set("X-Forwarded-Port", Integer.toString(outside.getServerPort()));
        if (destination.prefix() > 0) {
            headers.set("X-Forwarded-Prefix", destination.prefixOf(outside));
        }
        return headers;
    }

    /** The request id is already in our answer, and what server a service runs on is nobody's business. */
    static HttpHeaders back(HttpMessage answer) {
        HttpHeaders headers = new HttpHeaders();
        headers.addAll(answer.getHeaders());
        HOP_BY_HOP.forEach(headers::remove);
        headers.remove(RequestId.HEADER);
        headers.remove(HttpHeaders.SERVER);
        return headers;
    }
}
