package dev.abacus.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.e2e.Raw.Answer;
import dev.abacus.seed.client.Json;
import dev.abacus.seed.client.Upload;
import dev.abacus.seed.company.Article;
import dev.abacus.seed.story.Crew;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bad input gets the right problem and changes nothing. */
class BadInputTest {

    private static final int TEN_MEGABYTES = 10 << 20;
    private static final Suite SUITE = Suite.get();
    private static final Crew CREW = SUITE.company("bad");
    private static final Article ARTICLE = CREW.company().articles().getFirst();
    private static final String ORDERS = "/api/trade/sales-orders";
    private static final String PURCHASES = "/api/trade/purchase-orders";
    private static final String PRODUCTS = "/api/inventory/products";
    private static final String DOCUMENTS = "/api/inventory/stock-documents";

    private final Raw administrator = SUITE.raw().as(CREW.administrator().bearer());

    @BeforeEach
    void there_is_something_to_sell() {
        Orders.stock(CREW, ARTICLE, 20);
    }

    /** The positive control: what the bad ones below are made from. */
    @Test
    void a_good_order_is_placed() {
        Books before = Books.of(CREW);
        assertThat(administrator.post(ORDERS, order("2", ARTICLE.piece())).status())
                .isEqualTo(201);
        assertThat(Books.of(CREW)).isNotEqualTo(before);
    }

    static Stream<Arguments> requests() {
        String good = order("2", ARTICLE.piece());
        return Stream.of(
                Arguments.of("malformed JSON", ORDERS, good.substring(0, good.length() - 2), 400, "malformed-request"),
                Arguments.of("an empty body", ORDERS, "", 400, "malformed-request"),
                Arguments.of("a list instead of an order", ORDERS, "[]", 400, "malformed-request"),
                Arguments.of(
                        "no lines",
                        ORDERS,
                        json(Map.of("customerId", customer(), "lines", new int[0])),
                        400,
                        "invalid-request"),
                Arguments.of("an unknown SKU", ORDERS, good.replace(ARTICLE.sku(), "NO-SUCH"), 422, "unknown-sku"),
                Arguments.of("a negative quantity", ORDERS, order("-2", ARTICLE.piece()), 400, "invalid-value"),
                Arguments.of("a quantity of nothing", ORDERS, order("0", ARTICLE.piece()), 400, "invalid-value"),
                Arguments.of("a quantity in words", ORDERS, order("two", ARTICLE.piece()), 400, "invalid-value"),
                Arguments.of(
                        "a quantity beyond its decimals",
                        ORDERS,
                        order("0.0000001", ARTICLE.piece()),
                        400,
                        "invalid-value"),
                Arguments.of("a wrong unit", ORDERS, order("2", "kg"), 422, "wrong-unit"),
                Arguments.of("a malformed unit", ORDERS, order("2", "no unit"), 400, "invalid-value"),
                Arguments.of("a customer that does not exist", ORDERS, good.replace(customer(), "1"), 404, "not-found"),
                Arguments.of(
                        "an id that is no number", ORDERS, good.replace(customer(), "x'; --"), 400, "invalid-value"),
                Arguments.of("a purchase at a negative cost", PURCHASES, purchase("-1.00"), 400, "invalid-value"),
                Arguments.of(
                        "a product without a name",
                        PRODUCTS,
                        json(Map.of("sku", "X", "stockUnit", "pcs")),
                        400,
                        "invalid-request"),
                Arguments.of(
                        "a SKU that is taken",
                        PRODUCTS,
                        json(Map.of("sku", ARTICLE.sku(), "name", "X", "stockUnit", "pcs")),
                        409,
                        "duplicate-sku"),
                Arguments.of(
                        "a receipt of less than nothing",
                        DOCUMENTS,
                        receipt("-3", ARTICLE.piece()),
                        400,
                        "invalid-value"),
                Arguments.of("a receipt in a wrong unit", DOCUMENTS, receipt("3", "kg"), 422, "unit-not-convertible"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requests")
    void is_refused_and_changes_nothing(String what, String path, String body, int status, String code) {
        Books before = Books.of(CREW);
        Answer answer = administrator.post(path, body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.response().headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.json().path("requestId").asString("")).isNotEmpty();
        assertThat(Books.of(CREW)).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("paths")
    void ten_megabytes_are_too_large(String path) {
        Books before = Books.of(CREW);
        Answer answer = administrator.post(path, json(Map.of("note", "x".repeat(TEN_MEGABYTES))));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("body-too-large");
        assertThat(Books.of(CREW)).isEqualTo(before);
    }

    static Stream<String> paths() {
        return Stream.of(ORDERS, PRODUCTS, "/api/tenant/users");
    }

    @Test
    void broken_utf_8_is_malformed() {
        String order = order("2", ARTICLE.piece()).replace("\"note\":\"", "\"note\":\"\u00ff");
        Books before = Books.of(CREW);
        Answer answer = administrator.postBytes(ORDERS, order.getBytes(ISO_8859_1));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("malformed-request");
        assertThat(Books.of(CREW)).isEqualTo(before);
    }

    @Test
    void the_same_key_with_another_body_is_refused() {
        Raw keyed = administrator.with("Idempotency-Key", "bad-input-" + System.nanoTime());
        assertThat(keyed.post(ORDERS, order("1", ARTICLE.piece())).status()).isEqualTo(201);
        Books before = Books.of(CREW);
        Answer answer = keyed.post(ORDERS, order("2", ARTICLE.piece()));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("idempotency-key-reused");
        assertThat(Books.of(CREW)).isEqualTo(before);
    }

    @Test
    void a_file_with_bad_rows_reports_each_by_its_line(@TempDir Path directory) throws IOException {
        Books before = Books.of(CREW);
        Path file = Files.writeString(
                directory.resolve("sales.csv"),
                """
                date,sku,quantity,promotion
                yesterday,%1$s,3,0
                2024-03-01,NO-SUCH,3,0
                2024-03-02,%1$s,many,0
                2024-03-03,%1$s,-3,0
                """
                        .formatted(ARTICLE.sku()));
        Upload upload = CREW.administrator().upload("trade");
        String id = upload.send("sales-history", file).id();
        Upload.Progress done = Awaitility.await().until(() -> upload.look(id), Upload.Progress::isOver);
        assertThat(done.rowsRefused()).isEqualTo(4);
        assertThat(upload.errors(id).lines().skip(1))
                .extracting(line -> line.split(",")[0])
                .containsExactly("2", "3", "4", "5");
        assertThat(Books.of(CREW)).isEqualTo(before);
    }

    private static String order(String quantity, String unit) {
        return json(Map.of("customerId", customer(), "note", "", "lines", new Object[] {
            Map.of("sku", ARTICLE.sku(), "quantity", Map.of("amount", quantity, "unit", unit))
        }));
    }

    private static String purchase(String cost) {
        return json(Map.of(
                "supplierId",
                CREW.supplier(CREW.company().suppliers().getFirst().code()).id(),
                "lines",
                new Object[] {
                    Map.of(
                            "sku", ARTICLE.sku(),
                            "quantity", Map.of("amount", "1", "unit", ARTICLE.purchase()),
                            "unitCost",
                                    Map.of(
                                            "amount",
                                            cost,
                                            "currency",
                                            CREW.company().currency()))
                }));
    }

    private static String receipt(String quantity, String unit) {
        return json(Map.of("kind", "RECEIPT", "occurredOn", CREW.today().toString(), "lines", new Object[] {
            Map.of("sku", ARTICLE.sku(), "quantity", quantity, "unit", unit)
        }));
    }

    private static String customer() {
        return CREW.customer(CREW.company().customers().getFirst().code()).id();
    }

    private static String json(Object value) {
        return Json.MAPPER.writeValueAsString(value);
    }
}
