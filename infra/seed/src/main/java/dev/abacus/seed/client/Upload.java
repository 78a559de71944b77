package dev.abacus.seed.client;

import java.nio.file.Path;
import org.springframework.core.io.FileSystemResource;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

/** Files that a service takes in and works off in the background. */
public final class Upload {

    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

    private final RestClient client;
    private final String service;

    /** @param service whose imports these are: {@code inventory} or {@code trade} */
    public Upload(Gateway gateway, String service, Bearer bearer) {
        this.client = gateway.client(bearer);
        this.service = service;
    }

    /**
     * How far a file is worked off.
     *
     * @param rowsRead so far, those refused among them
     * @param failure why the work stopped; null unless it did
     */
    public record Progress(String id, State state, long rowsRead, long rowsRefused, String failure) {

        public boolean isOver() {
            return state == State.DONE || state == State.FAILED;
        }
    }

    public enum State {
        UPLOADING,
        RUNNING,
        DONE,
        FAILED
    }

    /** The same file again answers with what became of it the first time. */
    public Progress send(String kind, Path file) {
        return client.post()
                .uri("/api/{service}/imports/{kind}?fileName={name}", service, kind, file.getFileName())
                .contentType(CSV)
                .body(new FileSystemResource(file))
                .retrieve()
                .body(Progress.class);
    }

    public Progress look(String id) {
        return client.get()
                .uri("/api/{service}/imports/{id}", service, id)
                .retrieve()
                .body(Progress.class);
    }

    /** The rows that were not taken, as CSV of line, column, code, message. */
    public String errors(String id) {
        return client.get()
                .uri("/api/{service}/imports/{id}/errors", service, id)
                .retrieve()
                .body(String.class);
    }
}
