package dev.abacus.trade.testing;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Files to import, over HTTP, and what became of them. */
public final class Files {

    private final Api api;

    public Files(Api api) {
        this.api = api;
    }

    /** @param kind as in {@code /imports/customers}, perhaps with a query */
    public Api.Answer uploads(String kind, String csv) {
        return api.upload("/imports/" + kind, "text/csv", csv.getBytes(StandardCharsets.UTF_8));
    }

    /** Uploads a file and waits until it is worked off, or given up. */
    public JsonNode imports(String kind, String csv) {
        return ended(uploads(kind, csv).is(202).at("/id"));
    }

    public JsonNode ended(String id) {
        return await().until(() -> api.get("/imports/" + id).is(200).json(), job -> !job.get("finishedAt")
                .isNull());
    }

    public JsonNode resumed(String id) {
        api.post("/imports/" + id + "/resume", "").is(200);
        return ended(id);
    }

    /** The error report without its messages, as {@code line,column,code}. */
    public List<String> errors(JsonNode job) {
        return api.get("/imports/" + job.get("id").asString() + "/errors")
                .is(200)
                .response()
                .body()
                .lines()
                .map(line -> String.join(",", List.of(line.split(",", 4)).subList(0, 3)))
                .toList();
    }
}
