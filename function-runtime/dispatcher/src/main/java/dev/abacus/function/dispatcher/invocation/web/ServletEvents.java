package dev.abacus.function.dispatcher.invocation.web;

import dev.abacus.function.http.HttpEvents;
import dev.abacus.function.http.HttpEvents.Received;
import dev.abacus.kernel.domain.DomainException;
import dev.abacus.kernel.domain.DomainException.Kind;
import io.cloudevents.CloudEvent;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Events out of requests, and answers of events. */
final class ServletEvents {

    private ServletEvents() {}

    static Received read(HttpServletRequest request, byte[] body, String function, String newId, Instant now) {
        Map<String, String> headers = new HashMap<>();
        request.getHeaderNames().asIterator().forEachRemaining(name -> headers.put(name, request.getHeader(name)));
        try {
            return HttpEvents.read(headers, body, function, newId, now);
        } catch (IllegalArgumentException e) {
            throw new DomainException(
                    Kind.INVALID, "not-a-cloud-event", "This is no CloudEvent of version 1.0: " + e.getMessage());
        }
    }

    /** The answer in binary mode; without an event, 204. */
    static ResponseEntity<byte[]> write(CloudEvent event, HttpHeaders more) {
        HttpHeaders headers = new HttpHeaders();
        headers.addAll(more);
        if (event == null) {
            return new ResponseEntity<>(headers, HttpStatus.NO_CONTENT);
        }
        HttpEvents.headers(event).forEach(headers::set);
        byte[] data = event.getData() == null ? new byte[0] : event.getData().toBytes();
        return new ResponseEntity<>(data, headers, HttpStatus.OK);
    }
}
