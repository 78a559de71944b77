package dev.abacus.trade.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.trade.testing.Api;
import dev.abacus.trade.testing.Counter;
import dev.abacus.trade.testing.Files;
import dev.abacus.trade.testing.Shop;
import dev.abacus.trade.testing.TradeTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class PartyImportTest extends TradeTest {

    private static final String CUSTOMERS =
            """
            code,name,credit_limit,currency,contact,phone,email
            C-1,"Wu, Anna",1000,CNY,Anna Wu,+86 10,anna@example.com
            C-2,Bert,0,EUR,,,
            ,Nobody,1,CNY,,,
            C-4,Too much,1e9,CNY,,,
            C-5,Strange money,1,ABC,,,
            C-6,Below zero,-1,CNY,,,
            C-1,Anna again,2000,CNY,,,
            C-2,Bert in yuan,5,CNY,,,
            """;

    private static final String SUPPLIERS =
            """
            code,name,lead_time_days,currency
            S-1,Mill,7,CNY
            S-2,Slow,731,CNY
            S-3,Half,1.5,CNY
            S-4,Early,-1,CNY
            S-1,Mill,9,EUR
            """;

    @Autowired
    private Shop shop;

    private Api clerk;
    private Files files;

    @BeforeEach
    void asAClerk() {
        clerk = clerk();
        files = new Files(clerk);
    }

    private JsonNode only(String path) {
        JsonNode items = clerk.get(path).is(200).json().get("items");
        assertThat(items).hasSize(1);
        return items.get(0);
    }

    @Test
    void good_rows_become_customers_with_credit_and_bad_ones_a_report() {
        JsonNode job = files.imports("customers", CUSTOMERS);

        assertThat(job.get("state").asString()).isEqualTo("DONE");
        assertThat(job.get("rowsRead").asInt()).isEqualTo(8);
        assertThat(job.get("rowsRefused").asInt()).isEqualTo(5);
        JsonNode anna = only("/customers?search=C-1");
        assertThat(anna.get("name").asString()).isEqualTo("Anna again");
        assertThat(anna.at("/credit/limit/amount").asString()).isEqualTo("2000.00");
        assertThat(only("/customers?search=C-2").get("name").asString()).isEqualTo("Bert");
        assertThat(files.errors(job))
                .containsExactly(
                        "line,column,code",
                        "4,code,missing",
                        "5,credit_limit,not-a-number",
                        "6,currency,not-a-currency",
                        "7,credit_limit,invalid-value",
                        "9,credit_limit,invalid-value");
    }

    @Test
    void good_rows_become_suppliers_and_bad_ones_a_report() {
        JsonNode job = files.imports("suppliers", SUPPLIERS);

        assertThat(job.get("rowsRefused").asInt()).isEqualTo(4);
        assertThat(only("/suppliers").get("leadTimeDays").asInt()).isEqualTo(7);
        assertThat(files.errors(job))
                .containsExactly(
                        "line,column,code",
                        "3,lead_time_days,invalid-value",
                        "4,lead_time_days,not-a-number",
                        "5,lead_time_days,invalid-value",
                        "6,currency,invalid-value");
    }

    @Test
    void a_file_does_not_take_credit_away_that_is_in_use() {
        var counter = new Counter(clerk, as(acme, () -> shop.open("100")));
        counter.sells("PEN 10 pcs").is(201);
        JsonNode job = files.imports("customers", "code,name,credit_limit,currency\nA-1,Anna,29,CNY\nA-2,New,1,CNY\n");
        assertThat(files.errors(job)).contains("2,,credit-limit-below-use");
        assertThat(counter.credit()).isEqualTo("30.00/0.00/0.00/70.00");
        assertThat(only("/customers?search=A-1").get("name").asString()).isEqualTo("Customer A-1");
        only("/customers?search=A-2");
    }

    @Test
    void a_file_leaves_somebody_who_may_not_order_as_he_is() {
        files.imports("suppliers", SUPPLIERS);
        String id = only("/suppliers").get("id").asString();
        clerk.putSeen("/suppliers/" + id, "\"0\"", "{\"name\":\"Gone\",\"leadTimeDays\":7,\"active\":false}")
                .is(200);
        files.imports("suppliers", "code,name,lead_time_days,currency\nS-1,Back,3,CNY\n");
        assertThat(only("/suppliers").get("name").asString()).isEqualTo("Back");
        assertThat(only("/suppliers").get("active").asBoolean()).isFalse();
    }

    @Test
    void the_same_file_again_is_the_first_import() {
        JsonNode first = files.imports("customers", CUSTOMERS);
        JsonNode second = files.imports("customers", CUSTOMERS);
        assertThat(second).isEqualTo(first);
        assertThat(only("/customers?search=C-1").get("version").asInt()).isEqualTo(1);
    }

    @Test
    void the_same_bytes_as_customers_and_as_suppliers_are_two_imports() {
        String neither = "code\nX\n";
        JsonNode customers = files.imports("customers", neither);
        JsonNode suppliers = files.imports("suppliers", neither);
        assertThat(suppliers.get("id")).isNotEqualTo(customers.get("id"));
        assertThat(List.of(customers, suppliers)).allSatisfy(job -> {
            assertThat(job.get("state").asString()).isEqualTo("FAILED");
            assertThat(job.get("failure").asString()).contains("name");
        });
    }

    @Test
    void files_of_parties_may_have_headers_of_their_own_too() {
        files.imports("customers?column=credit_limit:Limit", "code,name,Limit,currency\nC-1,Anna,7,CNY\n");
        files.imports("suppliers?column=lead_time_days:Days", "code,name,Days,currency\nS-1,Mill,7,CNY\n");
        assertThat(only("/customers").at("/credit/limit/amount").asString()).isEqualTo("7.00");
        assertThat(only("/suppliers").get("leadTimeDays").asInt()).isEqualTo(7);
    }

    @Test
    void rows_of_many_chunks_are_all_taken() {
        StringBuilder csv = new StringBuilder("code,name,credit_limit,currency\n");
        for (int i = 0; i < 450; i++) {
            csv.append("M-").append(i).append(",Many,").append(i).append(",CNY\n");
        }
        JsonNode job = files.imports("customers", csv.toString());
        assertThat(job.get("rowsRead").asInt()).isEqualTo(450);
        assertThat(job.get("rowsRefused").asInt()).isZero();
        assertThat(number(acme, "SELECT COUNT(*) FROM trade_customer WHERE tenant_id = ?"))
                .isEqualTo(450);
        assertThat(number(acme, "SELECT COUNT(*) FROM trade_credit_account WHERE tenant_id = ?"))
                .isEqualTo(450);
    }

    @Test
    void two_companies_import_the_same_codes_each_for_itself() {
        files.imports("customers", CUSTOMERS);
        new Files(thief()).imports("customers", CUSTOMERS.replace("Anna again", "Somebody else"));
        assertThat(only("/customers?search=C-1").get("name").asString()).isEqualTo("Anna again");
    }
}
