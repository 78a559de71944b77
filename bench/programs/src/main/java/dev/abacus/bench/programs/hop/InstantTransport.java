package dev.abacus.bench.programs.hop;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.AbstractClientHttpRequest;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpResponse;

/** Answers without a network, whose noise would drown what is sought. Remembers what the last request carried. */
final class InstantTransport implements ClientHttpRequestFactory {

    private static final byte[] BODY = "echo".getBytes(StandardCharsets.UTF_8);

    private volatile URI lastUri;
    private volatile String lastBaggage;

    /** Where the last request went, and with which baggage. */
    String last() {
        return lastUri.getAuthority() + " " + lastBaggage;
    }

    @Override
    public ClientHttpRequest createRequest(URI uri, HttpMethod method) {
        return new Request(uri, method);
    }

    private final class Request extends AbstractClientHttpRequest {

        private final URI uri;
        private final HttpMethod method;
        private final Map<String, Object> attributes = new HashMap<>();

        Request(URI uri, HttpMethod method) {
            this.uri = uri;
            this.method = method;
        }

        @Override
        protected OutputStream getBodyInternal(HttpHeaders headers) {
            return OutputStream.nullOutputStream();
        }

        @Override
        protected ClientHttpResponse executeInternal(HttpHeaders headers) {
            lastUri = uri;
            lastBaggage = String.valueOf(headers.getFirst("baggage"));
            return new Answer();
        }

        @Override
        public HttpMethod getMethod() {
            return method;
        }

        @Override
        public URI getURI() {
            return uri;
        }

        @Override
        public Map<String, Object> getAttributes() {
            return attributes;
        }
    }

    private static final class Answer implements ClientHttpResponse {

        private final HttpHeaders headers = new HttpHeaders();

        Answer() {
            headers.setContentType(MediaType.TEXT_PLAIN);
            headers.setContentLength(BODY.length);
        }

        @Override
        public HttpStatusCode getStatusCode() {
            return HttpStatus.OK;
        }

        @Override
        public String getStatusText() {
            return HttpStatus.OK.getReasonPhrase();
        }

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }

        @Override
        public InputStream getBody() {
            return new ByteArrayInputStream(BODY);
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
