package dev.abacus.trade.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.trade.catalogue.ProductMother;
import dev.abacus.trade.importing.application.ImportingSalesHistory;
import dev.abacus.trade.testing.Api;
import dev.abacus.trade.testing.Files;
import dev.abacus.trade.testing.TradeTest;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class SalesHistoryImportTest extends TradeTest {

    private static final String KIND = "sales-history";
    private static final String FILE =
            """
            date,sku,quantity,promotion
            2024-01-01,PEN,3,0
            2024-01-02,PEN,0,1
            2024-01-03,PEN,2.5,yes
            2024-01-01,INK,4,
            2024-01-01,PEN,99,0
            2024-02-30,PEN,1,0
            2024-01-04,NONE,1,0
            2024-01-04,PEN,-1,0
            2024-01-04,PEN,1.0000001,0
            2024-01-04,PEN,1,maybe
            """;

    @Autowired
    private ImportingSalesHistory importer;

    private Api clerk;
    private Files files;

    @BeforeEach
    void tradeInPensAndInk() {
        clerk = clerk();
        files = new Files(clerk);
        with(acme, () -> inventory.trades(ProductMother.product("PEN"), ProductMother.withdrawn("INK")));
    }

    private JsonNode days(String query) {
        return clerk.get("/sales-history?" + query).is(200).json().get("items");
    }

    @Test
    void good_rows_become_days_of_the_past_and_bad_ones_a_report() {
        JsonNode job = files.imports(KIND, FILE);

        assertThat(job.get("state").asString()).isEqualTo("DONE");
        assertThat(job.get("rowsRead").asInt()).isEqualTo(10);
        assertThat(files.errors(job))
                .containsExactly(
                        "line,column,code",
                        "6,,already-there",
                        "7,date,not-a-date",
                        "8,sku,unknown-sku",
                        "9,quantity,negative-quantity",
                        "10,quantity,not-exact",
                        "11,promotion,not-a-flag");
        JsonNode pens = days("sku=PEN");
        assertThat(pens.findValuesAsString("date")).containsExactly("2024-01-01", "2024-01-02", "2024-01-03");
        assertThat(pens.at("/0/quantity").asDecimal()).isEqualByComparingTo("3");
        assertThat(pens.at("/2/quantity").asDecimal()).isEqualByComparingTo("2.5");
        assertThat(pens.at("/1/promotion").asBoolean()).isTrue();
        assertThat(days("sku=INK")).hasSize(1);
    }

    @Test
    void stock_is_told_of_what_was_sold_and_not_of_days_without_sales() {
        files.imports(KIND, FILE);
        String told = as(acme, () -> jdbc.sql("SELECT payload FROM trade_outbox WHERE tenant_id = ?")
                .param(acme.value())
                .query(String.class)
                .single());
        assertThat(events(acme)).containsExactly("trade.sales-history-posted.v1");
        assertThat(told).contains("2024-01-01", "2024-01-03").doesNotContain("2024-01-02");
    }

    @Test
    void a_day_of_a_sku_counts_once_whichever_file_it_comes_in() {
        files.imports(KIND, FILE);
        JsonNode second = files.imports(KIND, "date,sku,quantity\n2024-01-01,PEN,7\n2024-01-09,PEN,7\n");
        assertThat(files.errors(second)).containsExactly("line,column,code", "2,,already-there");
        assertThat(days("sku=PEN").findValuesAsString("date")).hasSize(4);
        assertThat(days("sku=PEN").at("/0/quantity").asDecimal()).isEqualByComparingTo("3");
    }

    @Test
    void the_same_file_again_is_the_first_import_and_tells_nobody_anything() {
        JsonNode first = files.imports(KIND, FILE);
        assertThat(files.imports(KIND, FILE)).isEqualTo(first);
        assertThat(events(acme)).hasSize(1);
    }

    @Test
    void headers_of_public_data_sets_are_understood() {
        JsonNode job = files.imports(KIND, "Week,SKU,Value,something else\n2024-01-01,PEN,3,x\n");
        assertThat(job.get("rowsRefused").asInt()).isZero();
        assertThat(days("sku=PEN")).hasSize(1);
    }

    @Test
    void a_file_with_headers_of_its_own_is_understood_by_a_mapping() {
        String csv = "Sold on,Article,Units sold,quantity\n2024-01-01,PEN,3,99\nsometime,PEN,1,99\n";
        String mapping = "?column=date:Sold%20on&column=sku:article&column=quantity:Units%20sold";

        JsonNode job = files.imports(KIND + mapping, csv);

        assertThat(files.errors(job)).containsExactly("line,column,code", "3,date,not-a-date");
        assertThat(days("sku=PEN").at("/0/quantity").asDecimal()).isEqualByComparingTo("3");
        assertThat(files.imports(KIND + mapping, csv)).isEqualTo(job);
        JsonNode otherwise = files.imports(KIND, csv);
        assertThat(otherwise.get("id")).isNotEqualTo(job.get("id"));
        assertThat(otherwise.get("state").asString()).isEqualTo("FAILED");
    }

    @Test
    void a_single_header_with_a_comma_in_it_is_one_header() {
        JsonNode job = files.imports(
                KIND + "?column=quantity:sold,%20pieces", "date,sku,\"sold, pieces\"\n2024-01-01,PEN,3\n");
        assertThat(job.get("rowsRefused").asInt()).isZero();
        assertThat(days("sku=PEN")).hasSize(1);
    }

    @Test
    void a_mapping_to_what_is_not_there_is_refused_before_anything_is_kept() {
        files.uploads(KIND + "?column=quantity:Sold", FILE).problem(400, "invalid-value");
        files.uploads(KIND + "?column=colour:sku", FILE).problem(400, "invalid-value");
        files.uploads(KIND + "?column=quantity", FILE).problem(400, "invalid-value");
        assertThat(number(acme, "SELECT COUNT(*) FROM trade_import_job WHERE tenant_id = ?"))
                .isZero();
    }

    @Test
    void a_file_whose_headers_mean_the_same_twice_or_not_enough_fails_and_says_why() {
        JsonNode twice = files.imports(KIND, "date,week,sku,quantity\n2024-01-01,2024-01-02,PEN,1\n");
        assertThat(twice.get("failure").asString()).contains("date");
        JsonNode lacking = files.imports(KIND, "date,quantity\n2024-01-01,1\n");
        assertThat(lacking.get("failure").asString()).contains("sku");
        assertThat(files.imports(KIND, "").get("failure").asString()).contains("empty");
        assertThat(days("sku=PEN")).isEmpty();
    }

    @Test
    void an_import_that_was_interrupted_goes_on_where_it_was_and_counts_each_day_once() {
        int rows = 3 * importer.chunkSize() + 200;
        String csv = longFile(rows);
        int[] asked = {0};
        // A new SKU from the middle on: it has to be asked for when the first half is kept already.
        inventory.beforeFinding(() -> {
            if (++asked[0] > 1) {
                throw new IllegalStateException("inventory is away");
            }
        });
        JsonNode failed = files.imports(KIND, csv);
        assertThat(failed.get("state").asString()).isEqualTo("FAILED");
        assertThat(failed.get("rowsRead").asInt()).isBetween(1, rows - 1);
        long kept = number(acme, "SELECT COUNT(*) FROM trade_sales_history WHERE tenant_id = ?");
        assertThat(kept).isEqualTo(failed.get("rowsRead").asLong());

        inventory.beforeFinding(() -> {});
        JsonNode done = files.resumed(failed.get("id").asString());

        assertThat(done.get("state").asString()).isEqualTo("DONE");
        assertThat(done.get("rowsRead").asInt()).isEqualTo(rows);
        assertThat(done.get("rowsRefused").asInt()).isZero();
        assertThat(number(acme, "SELECT COUNT(*) FROM trade_sales_history WHERE tenant_id = ?"))
                .isEqualTo(rows);
    }

    @Test
    void a_file_that_failed_goes_on_when_it_is_uploaded_again() {
        inventory.beforeFinding(() -> {
            throw new IllegalStateException("inventory is away");
        });
        JsonNode failed = files.imports(KIND, FILE);
        assertThat(failed.get("state").asString()).isEqualTo("FAILED");
        assertThat(events(acme)).isEmpty();
        inventory.beforeFinding(() -> {});
        String id = files.uploads(KIND, FILE).is(202).at("/id");
        assertThat(id).isEqualTo(failed.get("id").asString());
        assertThat(files.ended(id).get("state").asString()).isEqualTo("DONE");
        assertThat(days("sku=PEN")).hasSize(3);
    }

    @Test
    void days_are_read_from_a_day_on_page_by_page() {
        files.imports(KIND, FILE);
        JsonNode first = clerk.get("/sales-history?sku=PEN&limit=2").json();
        assertThat(first.get("items").findValuesAsString("date")).containsExactly("2024-01-01", "2024-01-02");
        assertThat(days("sku=PEN&limit=2&cursor=" + first.get("next").asString())
                        .findValuesAsString("date"))
                .containsExactly("2024-01-03");
        assertThat(days("sku=PEN&from=2024-01-02").findValuesAsString("date"))
                .containsExactly("2024-01-02", "2024-01-03");
        clerk.get("/sales-history?sku=PEN&cursor=eHg").problem(400, "invalid-value");
        clerk.get("/sales-history?sku=PEN&from=yesterday").is(400);
        clerk.get("/sales-history").is(400);
    }

    @Test
    void another_company_sees_neither_the_import_nor_the_days() {
        JsonNode job = files.imports(KIND, FILE);
        String path = "/imports/" + job.get("id").asString();
        for (String what : List.of(path, path + "/errors")) {
            thief().get(what).problem(404, "not-found");
            clerk.get(what).is(200);
        }
        thief().post(path + "/resume", "").problem(404, "not-found");
        assertThat(thief().get("/sales-history?sku=PEN").json().get("items")).isEmpty();
    }

    private static String longFile(int rows) {
        StringBuilder csv = new StringBuilder("date,sku,quantity\n");
        for (int i = 0; i < rows; i++) {
            String sku = i < rows / 2 ? "PEN" : "INK";
            csv.append(LocalDate.of(1990, 1, 1).plusDays(i))
                    .append(',')
                    .append(sku)
                    .append(",1\n");
        }
        return csv.toString();
    }
}
