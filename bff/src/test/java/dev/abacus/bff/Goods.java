package dev.abacus.bff;

import com.sun.net.httpserver.HttpExchange;
import dev.abacus.standin.StandInServer;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** What the stand-ins for inventory-service and trade-service have on their shelves. */
final class Goods {

    private Goods() {}

    static void inventory(HttpExchange exchange, String body) throws IOException {
        String path = exchange.getRequestURI().getPath();
        switch (path) {
            case "/products" ->
                StandInServer.json(
                        exchange, 200, "{\"items\":[" + all(skus(20), Goods::product) + "],\"next\":\"abc\"}");
            case "/products/lookup" ->
                StandInServer.json(
                        exchange,
                        200,
                        "{\"products\":["
                                + all(
                                        asked(body).stream()
                                                .filter(sku -> sku.startsWith("SKU"))
                                                .toList(),
                                        Goods::product)
                                + "],\"unknown\":[]}");
            case "/stock/lookup" -> StandInServer.json(exchange, 200, "[" + all(asked(body), Goods::level) + "]");
            default -> StandInServer.json(exchange, 404, problem("not-found", 404, ""));
        }
    }

    static void trade(HttpExchange exchange, String body) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.equals("/prices/lookup")) {
            JsonNode items = Http.json(body).get("items");
            StandInServer.json(
                    exchange,
                    200,
                    "["
                            + StreamSupport.stream(items.spliterator(), false)
                                    .map(item -> price(item.get("sku").stringValue()))
                                    .collect(Collectors.joining(","))
                            + "]");
        } else if (path.equals("/sales-orders") && exchange.getRequestMethod().equals("GET")) {
            StandInServer.json(
                    exchange,
                    200,
                    "{\"items\":["
                            + all(
                                    skus(10),
                                    sku ->
                                            """
                                    {"id":"9%s","customerId":"7","status":"PLACED","total":{"amount":"1.00","currency":"CNY"},
                                     "createdAt":"2026-11-20T08:00:00Z","placedAt":null,"version":1}"""
                                                    .formatted(sku.substring(3)))
                            + "],\"next\":null}");
        } else if (path.equals("/customers/lookup")) {
            StandInServer.json(exchange, 200, "[" + customer() + "]");
        } else if (path.equals("/sales-orders/42") || path.equals("/sales-orders")) {
            StandInServer.json(exchange, 200, order());
        } else {
            StandInServer.json(exchange, 404, problem("not-found", 404, ""));
        }
    }

    static String problem(String code, int status, String more) {
        return """
                {"type":"https://abacus.dev/problems/%s","title":"x","status":%d,"detail":"no: %s"%s}"""
                .formatted(code, status, code, more);
    }

    static String product(String sku) {
        return """
                {"id":"1%s","sku":"%s","name":"Name of %s","category":"food","barcodes":[],"stockUnit":"pcs",
                 "purchaseUnit":"box","saleUnit":"pcs","relations":[],
                 "factors":[{"unit":"pcs","numerator":1,"denominator":1}],"active":true,"version":3}"""
                .formatted(sku.replaceAll("\\D", "0"), sku, sku);
    }

    private static String level(String sku) {
        return """
                {"productId":"1","sku":"%s","warehouse":"MAIN","onHand":{"amount":"10","unit":"pcs"},
                 "reserved":{"amount":"3","unit":"pcs"},"available":{"amount":"7","unit":"pcs"}}"""
                .formatted(sku);
    }

    private static String price(String sku) {
        return """
                {"sku":"%s","price":{"sku":"%s","quantity":{"amount":"1","unit":"pcs"},
                 "unitPrice":{"amount":"12.50","currency":"CNY"},"amount":{"amount":"12.50","currency":"CNY"},
                 "priceListId":"1","priceListCode":"STD","customerSpecific":false,"from":{"amount":"1","unit":"pcs"}}}"""
                .formatted(sku, sku);
    }

    private static String customer() {
        String zero = "{\"amount\":\"0\",\"currency\":\"CNY\"}";
        return """
                {"id":"7","code":"C7","name":"Corner shop","contact":null,
                 "credit":{"limit":%1$s,"reserved":%1$s,"used":%1$s,"refundable":%1$s,"available":%1$s},
                 "active":true,"createdAt":"2026-11-20T08:00:00Z","version":1}"""
                .formatted(zero);
    }

    private static String order() {
        String money = "{\"amount\":\"10.00\",\"currency\":\"CNY\"}";
        return """
                {"id":"42","customerId":"7","status":"PLACED","reason":null,"warehouse":"MAIN","gross":%1$s,
                 "discount":%1$s,"total":%1$s,"lines":[%2$s],"note":null,"createdAt":"2026-11-20T08:00:00Z",
                 "placedAt":"2026-11-20T08:00:00Z","version":1}"""
                .formatted(
                        money,
                        IntStream.rangeClosed(1, 5)
                                .mapToObj(number -> line(number, money))
                                .collect(Collectors.joining(",")));
    }

    private static String line(int number, String money) {
        return """
                {"number":%d,"sku":"SKU%d","quantity":{"amount":"2.5","unit":"pcs"},"unitPrice":%3$s,"priceListId":"1",
                 "gross":%3$s,"discount":%3$s,"promotionId":null,"net":%3$s,
                 "delivered":{"amount":"0","unit":"pcs"},"returned":{"amount":"0","unit":"pcs"}}"""
                .formatted(number, number % 3, money);
    }

    private static List<String> skus(int count) {
        return IntStream.range(0, count).mapToObj(i -> "SKU" + i).toList();
    }

    private static List<String> asked(String body) {
        return StreamSupport.stream(Http.json(body).get("skus").spliterator(), false)
                .map(JsonNode::stringValue)
                .toList();
    }

    private static String all(List<String> skus, java.util.function.UnaryOperator<String> as) {
        return skus.stream().map(as).collect(Collectors.joining(","));
    }
}
