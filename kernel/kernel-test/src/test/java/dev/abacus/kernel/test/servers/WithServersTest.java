package dev.abacus.kernel.test.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

@WithServers({Server.MARIADB, Server.REDIS})
class WithServersTest {

    @Test
    void spring_finds_the_servers_by_system_properties() throws Exception {
        int redis = Integer.getInteger("spring.data.redis.port");
        try (Socket socket = new Socket(System.getProperty("spring.data.redis.host"), redis)) {
            assertThat(socket.isConnected()).isTrue();
        }
        assertThat(System.getProperty("abacus.db.port")).isNotBlank();
        assertThat(System.getProperty("abacus.db.user")).isEqualTo("test");
    }

    @Test
    void two_test_classes_never_get_the_same_schemas() {
        List<String> mine = TestSchemas.create("inventory");
        List<String> yours = TestSchemas.create("inventory");

        assertThat(mine).hasSize(2).doesNotContainAnyElementsOf(yours);
    }

    @Test
    void a_shared_pair_is_made_once() {
        assertThat(TestSchemas.shared("trade")).isEqualTo(TestSchemas.shared("trade"));
    }

    @Test
    void a_new_schema_is_empty_and_its_times_are_utc() throws SQLException {
        String schema = TestSchemas.createOne("tenant");
        try (Connection connection = TestSchemas.connect(schema)) {
            assertThat(connection
                            .getMetaData()
                            .getTables(schema, null, "%", null)
                            .next())
                    .isFalse();
            ResultSet difference = connection
                    .createStatement()
                    .executeQuery("SELECT TIMESTAMPDIFF(MINUTE, UTC_TIMESTAMP(), NOW()), @@transaction_isolation");
            difference.next();
            assertThat(difference.getInt(1)).isZero();
            assertThat(difference.getString(2)).isEqualTo("READ-COMMITTED");
        }
    }
}
