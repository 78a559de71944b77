package dev.abacus.trade.testing;

import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What callers send, as JSON. Lines are written as on paper: {@code "PEN 10 pcs"}, {@code "1 4 pcs"}. */
public final class Papers {

    private Papers() {}

    public static String money(String amount) {
        return money(amount, "CNY");
    }

    public static String money(String amount, String currency) {
        return "{\"amount\":\"" + amount + "\",\"currency\":\"" + currency + "\"}";
    }

    public static String quantity(String amount, String unit) {
        return "{\"amount\":\"" + amount + "\",\"unit\":\"" + unit + "\"}";
    }

    public static String customer(String code, String limit) {
        return "{\"code\":\"" + code + "\",\"name\":\"Customer " + code + "\",\"creditLimit\":" + money(limit) + "}";
    }

    public static String customerChange(String name, String limit, boolean active) {
        return "{\"name\":\"" + name + "\",\"creditLimit\":" + money(limit) + ",\"active\":" + active + "}";
    }

    public static String supplier(String code, int leadTimeDays) {
        return "{\"code\":\"" + code + "\",\"name\":\"Supplier " + code + "\",\"leadTimeDays\":" + leadTimeDays
                + ",\"currency\":\"CNY\"}";
    }

    public static String supplierChange(String name, int leadTimeDays, boolean active) {
        return "{\"name\":\"" + name + "\",\"leadTimeDays\":" + leadTimeDays + ",\"active\":" + active + "}";
    }

    /** @param direction {@code RECEIVED} or {@code REFUNDED} */
    public static String payment(String direction, String amount) {
        return "{\"direction\":\"" + direction + "\",\"amount\":" + money(amount) + ",\"paidOn\":\"2026-11-20\"}";
    }

    /** @param more further fields, each beginning with a comma */
    public static String priceList(String code, String more) {
        return "{\"code\":\"" + code + "\",\"name\":\"" + code + "\",\"currency\":\"CNY\","
                + "\"validFrom\":\"2020-01-01T00:00:00Z\"" + more + "}";
    }

    /** @param prices such as {@code "PEN 1 pcs 3.00"}: the SKU, the least quantity and the price of one */
    public static String prices(String... prices) {
        return "{\"prices\":["
                + each(
                        prices,
                        word -> "{\"sku\":\"" + word[0] + "\",\"from\":" + quantity(word[1], word[2]) + ",\"price\":"
                                + money(word[3]) + "}")
                + "]}";
    }

    /** @param more further fields, each beginning with a comma */
    public static String promotion(String code, String rule, String more) {
        return "{\"code\":\"" + code + "\",\"name\":\"" + code + "\",\"rule\":" + rule
                + ",\"validFrom\":\"2020-01-01T00:00:00Z\",\"priority\":1" + more + "}";
    }

    public static String percentOff(String percent) {
        return "{\"kind\":\"PERCENTAGE\",\"percent\":" + percent + "}";
    }

    public static String salesOrder(Object customer, String... lines) {
        return "{\"customerId\":\"" + customer + "\",\"lines\":["
                + each(lines, word -> "{\"sku\":\"" + word[0] + "\",\"quantity\":" + quantity(word[1], word[2]) + "}")
                + "]}";
    }

    /** The same paper with one more field. */
    public static String with(String paper, String field, String value) {
        return paper.substring(0, paper.length() - 1) + ",\"" + field + "\":" + value + "}";
    }

    /** @param parts none for all that is left */
    public static String delivery(String... parts) {
        return "{\"deliveredOn\":\"2026-11-20\",\"lines\":[" + parts(parts) + "]}";
    }

    public static String goodsBack(String... parts) {
        return "{\"returnedOn\":\"2026-11-21\",\"reason\":\"broken\",\"lines\":[" + parts(parts) + "]}";
    }

    /** @param lines such as {@code "PEN 100 pcs 1.20"}: the SKU, the quantity and the cost of one */
    public static String purchaseOrder(Object supplier, String... lines) {
        return "{\"supplierId\":\"" + supplier + "\",\"lines\":["
                + each(
                        lines,
                        word -> "{\"sku\":\"" + word[0] + "\",\"quantity\":" + quantity(word[1], word[2])
                                + ",\"unitCost\":" + money(word[3]) + "}")
                + "]}";
    }

    /** @param parts none for all that is still expected */
    public static String receipt(String... parts) {
        return "{\"receivedOn\":\"2026-11-20\",\"lines\":[" + parts(parts) + "]}";
    }

    public static String reason(String text) {
        return "{\"reason\":\"" + text + "\"}";
    }

    public static String ids(String... ids) {
        return "{\"ids\":[" + Stream.of(ids).map(id -> "\"" + id + "\"").collect(Collectors.joining(",")) + "]}";
    }

    private static String parts(String... parts) {
        return each(parts, word -> "{\"line\":" + word[0] + ",\"quantity\":" + quantity(word[1], word[2]) + "}");
    }

    private static String each(String[] lines, Function<String[], String> written) {
        return Stream.of(lines).map(line -> written.apply(line.split(" "))).collect(Collectors.joining(","));
    }
}
