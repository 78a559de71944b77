package dev.abacus.function.worker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.abacus.function.PermanentFailure;
import dev.abacus.function.platform.ServiceClient;
import dev.abacus.function.platform.ServiceClient.Answer;
import dev.abacus.function.platform.TenantData;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A service's rows for the tenant of the call, asked of the service by the host: no address of a database is in a worker. */
final class AskedData implements TenantData {

    private static final String QUERIES = "/internal/tenant-data/queries";
    private static final int NOT_AS_IT_IS = 422;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String service;
    private final ServiceClient client;

    AskedData(String service, ServiceClient client) {
        this.service = service;
        this.client = client;
    }

    @Override
    public List<Row> query(String sql, Map<String, ?> values) throws IOException, InterruptedException {
        ObjectNode query = JSON.createObjectNode().put("sql", sql);
        ObjectNode named = query.putObject("values");
        values.forEach((name, value) -> named.set(name, json(value)));
        Answer answer = client.post(QUERIES, query.toString());
        if (answer.status() == NOT_AS_IT_IS) {
            throw new PermanentFailure(service + " refuses the query: " + detail(answer));
        }
        if (!answer.ok()) {
            throw new IOException(service + " answers " + answer.status() + ": " + detail(answer));
        }
        return rows(JSON.readTree(answer.body()));
    }

    /** Large numbers and times are texts to JSON's readers; the database takes them as such. */
    private static JsonNode json(Object value) {
        return switch (value) {
            case null -> JSON.nullNode();
            case Boolean flag -> JSON.valueToTree(flag);
            case Integer number -> JSON.valueToTree(number);
            case Long number -> JSON.valueToTree(number);
            case BigDecimal number -> JSON.valueToTree(number);
            case Iterable<?> some -> {
                var list = JSON.createArrayNode();
                some.forEach(one -> list.add(json(one)));
                yield list;
            }
            default -> JSON.valueToTree(value.toString());
        };
    }

    private static String detail(Answer answer) {
        try {
            return JSON.readTree(answer.body()).path("detail").asText(answer.body());
        } catch (JsonProcessingException e) {
            return answer.body();
        }
    }

    private static List<Row> rows(JsonNode found) {
        List<Row> rows = new ArrayList<>();
        for (JsonNode row : found.path("rows")) {
            Map<String, String> cells = new LinkedHashMap<>();
            for (int i = 0; i < row.size(); i++) {
                cells.put(found.path("columns").path(i).asText(), row.get(i).textValue());
            }
            rows.add(new Row(cells));
        }
        return rows;
    }
}
