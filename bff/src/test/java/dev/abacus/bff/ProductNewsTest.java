package dev.abacus.bff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.abacus.inventory.api.Permissions;
import dev.abacus.kernel.test.servers.Server;
import dev.abacus.kernel.test.servers.WithServers;
import dev.abacus.standin.StandInIssuer.Someone;
import dev.abacus.standin.StandInServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.apache.rocketmq.common.message.Message;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What the BFF remembers of products, with news of their changes over the real broker, and without. */
@BffTest
@WithServers({Server.REDIS, Server.NACOS, Server.ROCKETMQ})
class ProductNewsTest {

    private static final String QUERY = "{ product(sku: \"SKU7\") { name } }";
    private static DefaultMQProducer inventory;

    @LocalServerPort
    int port;

    private final Someone ada = Neighbours.ISSUER.someone(1000, Permissions.PRODUCT_READ);
    private final Someone bob = Neighbours.ISSUER.someone(1000, Permissions.PRODUCT_READ);
    private volatile String name = "Old name";
    private volatile int version = 3;

    @BeforeAll
    static void aBrokerWithTheTopic() throws Exception {
        inventory = new DefaultMQProducer(scoped("inventory-outbox"));
        inventory.setNamesrvAddr(System.getProperty("abacus.mq.name-server"));
        inventory.setInstanceName("product-news-test");
        inventory.setVipChannelEnabled(false);
        inventory.start();
        inventory.createTopic("TBW102", scoped("inventory"), 4, Map.of());
    }

    @AfterAll
    static void noBroker() {
        inventory.shutdown();
    }

    @BeforeEach
    void both_know_the_product() {
        Neighbours.reset();
        Neighbours.INVENTORY.answering((exchange, body) -> StandInServer.json(
                exchange,
                200,
                "{\"products\":["
                        + Goods.product("SKU7")
                                .replace("Name of SKU7", name)
                                .replace("\"version\":3", "\"version\":" + version)
                        + "],\"unknown\":[]}"));
        assertThat(nameFor(ada)).isEqualTo("Old name");
        assertThat(nameFor(bob)).isEqualTo("Old name");
    }

    @Test
    void a_change_is_seen_when_its_news_has_come_and_only_by_the_tenant_that_it_is_of() {
        name = "New name";
        version = 4;

        await().pollInterval(Duration.ofMillis(200)).until(() -> {
            tell(ada, "SKU7", 4);
            return nameFor(ada).equals("New name");
        });

        assertThat(nameFor(bob))
                .as("another tenant, whose product did not change")
                .isEqualTo("Old name");
    }

    @Test
    void while_inventory_is_away_a_changed_product_has_its_old_name_rather_than_none() {
        StandInServer.Answer well =
                (exchange, body) -> StandInServer.json(exchange, 503, Goods.problem("shard-away", 503, ""));
        await().pollInterval(Duration.ofMillis(200)).until(() -> {
            tell(ada, "SKU7", 4);
            int asked = Neighbours.INVENTORY.seen().size();
            nameFor(ada);
            return Neighbours.INVENTORY.seen().size() > asked;
        });
        Neighbours.INVENTORY.answering(well);

        assertThat(nameFor(ada)).isEqualTo("Old name");
    }

    @Test
    void what_was_never_read_has_nothing_to_fall_back_to() {
        Neighbours.INVENTORY.answering(
                (exchange, body) -> StandInServer.json(exchange, 503, Goods.problem("shard-away", 503, "")));

        JsonNode answer = Http.graphQl(port, Neighbours.ISSUER.token(ada), "{ product(sku: \"SKU8\") { name } }");

        assertThat(answer.at("/errors/0/extensions/code").stringValue()).isEqualTo("shard-away");
    }

    @Test
    void news_that_nobody_can_read_do_no_harm() throws Exception {
        inventory.send(new Message(scoped("inventory"), "inventory.product-changed.v1", "1", "no json".getBytes()));
        Message foreign = news(ada, "SKU7", 4);
        foreign.getProperties().remove("tenant");
        inventory.send(foreign);

        name = "New name";
        version = 4;
        await().pollInterval(Duration.ofMillis(200)).until(() -> {
            tell(bob, "SKU7", 4);
            return nameFor(bob).equals("New name");
        });
    }

    private String nameFor(Someone who) {
        JsonNode answer = Http.graphQl(port, Neighbours.ISSUER.token(who), QUERY);
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        return answer.at("/data/product/name").stringValue();
    }

    private static void tell(Someone of, String sku, int version) throws Exception {
        inventory.send(news(of, sku, version));
    }

    private static Message news(Someone of, String sku, int version) {
        String changed =
                """
                {"productId":"17","sku":"%s","name":"New name","category":"food","stockUnit":"pcs","purchaseUnit":"box",
                 "saleUnit":"pcs","factors":[],"active":true,"version":%d}"""
                        .formatted(sku, version);
        var message = new Message(
                scoped("inventory"),
                "inventory.product-changed.v1",
                Integer.toString(version),
                changed.getBytes(StandardCharsets.UTF_8));
        message.putUserProperty("tenant", of.tenant().toString());
        return message;
    }

    private static String scoped(String topic) {
        return System.getProperty("abacus.mq.namespace") + "-" + topic;
    }
}
