package dev.abacus.kernel.sqlguard;

import static dev.abacus.kernel.sqlguard.TwoTenants.CATALOGUE;
import static dev.abacus.kernel.sqlguard.TwoTenants.NEIGHBOUR;
import static dev.abacus.kernel.sqlguard.TwoTenants.OWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.baomidou.mybatisplus.annotation.DbType;
import com.baomidou.mybatisplus.core.MybatisConfiguration;
import com.baomidou.mybatisplus.core.MybatisSqlSessionFactoryBuilder;
import com.baomidou.mybatisplus.core.conditions.query.LambdaQueryWrapper;
import com.baomidou.mybatisplus.core.metadata.IPage;
import com.baomidou.mybatisplus.core.toolkit.GlobalConfigUtils;
import com.baomidou.mybatisplus.extension.plugins.MybatisPlusInterceptor;
import com.baomidou.mybatisplus.extension.plugins.inner.PaginationInnerInterceptor;
import com.baomidou.mybatisplus.extension.plugins.pagination.Page;
import dev.abacus.kernel.tenancy.NoTenant;
import dev.abacus.kernel.tenancy.TenantContext;
import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.kernel.test.servers.Server;
import dev.abacus.kernel.test.servers.WithServers;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import javax.sql.DataSource;
import org.apache.ibatis.cursor.Cursor;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.LocalCacheScope;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** MyBatis with the tenant's condition, behind the guard, on the real database. */
@WithServers(Server.MARIADB)
class TenantConditionTest {

    private static TwoTenants tenants;
    private static SqlSessionFactory sessions;
    private static final List<String> SENT = new ArrayList<>();

    private SqlSession session;
    private ProductMapper products;

    @BeforeAll
    static void mybatis_behind_the_guard() throws SQLException {
        tenants = new TwoTenants();
        sessions = sessions(tenants.dataSource());
    }

    @AfterAll
    static void goodbye() throws SQLException {
        tenants.close();
    }

    @BeforeEach
    void open() throws SQLException {
        tenants.reset();
        open(ExecutorType.SIMPLE);
    }

    @AfterEach
    void close() {
        session.rollback(true);
        session.close();
    }

    @Test
    void the_generated_statements_see_the_own_row_of_two_with_the_same_key() {
        assertThat(as(OWN, () -> products.selectById(1L).getName())).isEqualTo("own-1");
        assertThat(as(NEIGHBOUR, () -> products.selectById(1L).getName())).isEqualTo("foreign-1");
        assertThat(as(OWN, () -> products.selectById(4L))).isNull();
        assertThat(as(OWN, () -> products.selectCount(null))).isEqualTo(3);
        assertThat(as(NEIGHBOUR, () -> products.selectByIds(List.of(1L, 4L)))).hasSize(2);
        assertThat(as(
                        OWN,
                        () -> products.selectList(new LambdaQueryWrapper<ProductRow>()
                                .eq(ProductRow::getId, 1L)
                                .or()
                                .ge(ProductRow::getPrice, 1))))
                .hasSize(3);
    }

    @Test
    void hand_written_queries_get_the_condition_wherever_a_table_stands() {
        assertThat(as(OWN, () -> products.namesByIdOrPrice(1, 1000))).containsExactly("own-1");
        assertThat(as(NEIGHBOUR, () -> products.namesByIdOrPrice(1, 4000))).containsExactly("foreign-1", "foreign-4");
        assertThat(as(OWN, () -> products.joined(0, 0))).containsExactly("own-1", "own-2");
        assertThat(as(NEIGHBOUR, () -> products.joined(0, 0)))
                .containsExactly("foreign-1", "foreign-1", "foreign-2", "foreign-4");
        assertThat(as(OWN, () -> products.outerJoined(0, 0))).containsExactly("own-1:5", "own-2:7", "own-3:0");
        assertThat(as(OWN, () -> products.withSubqueries(0, 0))).containsExactly("own-1");
        assertThat(as(NEIGHBOUR, () -> products.withSubqueries(0, 0)))
                .containsExactly("foreign-1", "foreign-2", "foreign-4");
        assertThat(as(OWN, () -> products.union(20, 5))).containsExactly("own-3", "stock-7");
        assertThat(as(OWN, () -> products.commonTableExpression(0, 2))).containsExactly("own-1", "own-3");
        assertThat(as(NEIGHBOUR, () -> products.commonTableExpression(0, 200))).containsExactly("foreign-2");
    }

    @Test
    void the_text_is_the_same_for_all_tenants() {
        Function<TenantId, List<String>> work = tenant -> as(tenant, () -> {
            products.selectById(1L);
            products.joined(0, 0);
            products.withSubqueries(0, 0);
            products.upsert(1, "new-" + tenant, 5);
            products.insertAll(List.of(ProductRow.of(7, "7", 7), ProductRow.of(8, "8", 8)));
            products.stockAll(50, 15);
            products.raise(1, 1, "none");
            products.page(new Page<>(1, 2), 0);
            products.remove(8);
            return taken();
        });

        List<String> forOwn = work.apply(OWN);
        assertThat(work.apply(NEIGHBOUR)).isEqualTo(forOwn).hasSize(10);
        assertThat(forOwn).noneMatch(sql -> sql.contains(TenantParameters.SENTINEL));
        assertThat(forOwn).allMatch(sql -> sql.contains("tenant_id"));
    }

    @Test
    void quotes_and_question_marks_in_a_statement_are_left_alone() {
        assertThat(as(OWN, () -> products.quoted(2))).isEqualTo("own-2");
        assertThat(as(NEIGHBOUR, () -> products.quoted(4))).isEqualTo("foreign-4");
    }

    @Test
    void writes_touch_the_own_row_of_two_with_the_same_key() throws SQLException {
        as(OWN, () -> {
            products.raise(1, 5, "foreign-2");
            products.priceFromStock(2);
            products.updateById(ProductRow.of(3, "renamed", 33));
            return products.remove(3);
        });
        session.commit();

        assertThat(rows("product", "price"))
                .containsExactly("1:1:15", "1:2:7", "2:1:1000", "2:2:2000", "2:3:3000", "2:4:4000");
    }

    @Test
    void inserted_rows_belong_to_the_tenant_in_context() throws SQLException {
        as(OWN, () -> products.insert(ProductRow.of(7, "seven", 7)));
        as(NEIGHBOUR, () -> products.insert(ProductRow.of(7, "seven", 70)));
        as(OWN, () -> products.insertAll(List.of(ProductRow.of(8, "eight", 8), ProductRow.of(9, "nine", 9))));
        as(OWN, () -> products.stockAll(20, 10));
        session.commit();

        assertThat(rows("product", "price"))
                .contains("1:7:7", "2:7:70", "1:8:8", "1:9:9")
                .hasSize(11);
        assertThat(rows("stock", "qty"))
                .contains("1:22:20", "1:23:30", "1:90:10")
                .hasSize(10);
    }

    @Test
    void an_upsert_leaves_each_row_with_its_tenant() throws SQLException {
        as(OWN, () -> products.upsert(1, "mine", 5));
        as(OWN, () -> products.upsert(4, "new", 5));
        session.commit();

        assertThat(rows("product", "price"))
                .containsExactly("1:1:15", "1:2:20", "1:3:30", "1:4:5", "2:1:1000", "2:2:2000", "2:3:3000", "2:4:4000");
    }

    @Test
    void an_insert_that_names_a_tenant_from_outside_is_refused() {
        assertThat(as(OWN, () -> products.insertFor(1, 70))).isOne();
        assertThatThrownBy(() -> as(OWN, () -> products.insertFor(2, 71))).hasRootCauseInstanceOf(SqlRefused.class);
    }

    @Test
    void a_page_and_its_count_stay_inside_the_tenant() {
        IPage<ProductRow> own = as(OWN, () -> products.page(new Page<>(1, 2), 0));
        IPage<ProductRow> foreign = as(NEIGHBOUR, () -> products.page(new Page<>(2, 2), 0));

        assertThat(own.getTotal()).isEqualTo(3);
        assertThat(own.getRecords()).extracting(ProductRow::getName).containsExactly("own-1", "own-2");
        assertThat(foreign.getTotal()).isEqualTo(5);
        assertThat(foreign.getRecords()).extracting(ProductRow::getName).allMatch(name -> name.startsWith("foreign"));
    }

    @Test
    void a_cursor_and_a_nested_select_get_the_condition_too() throws Exception {
        try (Cursor<String> cursor = as(OWN, () -> products.cursor())) {
            assertThat(cursor).containsExactly("own-1", "own-2", "own-3");
        }
        assertThat(as(OWN, () -> products.withNestedSelect(1))).containsEntry("stocked", List.of(5));
        assertThat(as(NEIGHBOUR, () -> products.withNestedSelect(1))).containsEntry("stocked", List.of(1200));
    }

    @Test
    void a_session_that_remembers_answers_remembers_them_by_tenant() {
        sessions.getConfiguration().setLocalCacheScope(LocalCacheScope.SESSION);
        try {
            assertThat(as(OWN, () -> products.joined(0, 0))).contains("own-1");
            taken();
            assertThat(as(OWN, () -> products.joined(0, 0))).contains("own-1");
            assertThat(taken()).isEmpty();
            assertThat(as(NEIGHBOUR, () -> products.joined(0, 0))).doesNotContain("own-1");
        } finally {
            sessions.getConfiguration().setLocalCacheScope(LocalCacheScope.STATEMENT);
        }
    }

    @Test
    void a_batch_prepares_once_and_binds_each_row_to_its_tenant() throws SQLException {
        reopen(ExecutorType.BATCH);
        as(OWN, () -> {
            for (long id = 10; id < 15; id++) {
                products.insert(ProductRow.of(id, "batch-" + id, 1));
            }
            products.raise(1, 1, "none");
            products.raise(2, 2, "none");
            return session.flushStatements();
        });
        as(NEIGHBOUR, () -> {
            products.raise(1, 1, "none");
            return session.flushStatements();
        });
        session.commit();

        assertThat(taken()).hasSize(3);
        assertThat(rows("product", "price"))
                .contains("1:1:11", "1:2:22", "2:1:1001", "2:2:2000", "1:10:1", "1:14:1")
                .hasSize(12);
    }

    @Test
    void a_batch_of_one_tenant_is_not_filled_up_by_another() {
        reopen(ExecutorType.BATCH);
        as(OWN, () -> products.raise(1, 1, "none"));

        assertThatThrownBy(() -> as(NEIGHBOUR, () -> products.raise(1, 1, "none")))
                .hasStackTraceContaining("batch");
    }

    @Test
    void a_reused_statement_is_bound_anew_for_each_tenant() {
        reopen(ExecutorType.REUSE);
        assertThat(as(OWN, () -> products.joined(0, 0))).contains("own-1");
        assertThat(as(NEIGHBOUR, () -> products.joined(0, 0)))
                .contains("foreign-1")
                .doesNotContain("own-1");
        as(OWN, () -> products.raise(1, 1, "none"));
        as(NEIGHBOUR, () -> products.raise(1, 1, "none"));

        assertThat(taken()).hasSize(2);
        assertThat(as(OWN, () -> products.selectById(1L).getPrice())).isEqualTo(11);
        assertThat(as(NEIGHBOUR, () -> products.selectById(1L).getPrice())).isEqualTo(1001);
    }

    @Test
    void what_the_interceptor_cannot_reach_the_guard_refuses() {
        assertThatThrownBy(() -> as(OWN, () -> products.subqueryInHaving()))
                .hasRootCauseInstanceOf(SqlRefused.class)
                .hasStackTraceContaining("scoped-table");
    }

    @Test
    void without_a_tenant_there_are_system_data_only() {
        assertThat(products.units(1)).containsExactly("box");
        assertThatThrownBy(() -> products.selectById(1L)).hasRootCauseInstanceOf(NoTenant.class);
        assertThatThrownBy(() -> products.insert(ProductRow.of(7, "seven", 7))).hasRootCauseInstanceOf(NoTenant.class);
        assertThat(as(OWN, () -> products.selectById(1L))).isNotNull();
    }

    private void reopen(ExecutorType type) {
        session.close();
        open(type);
    }

    private void open(ExecutorType type) {
        session = sessions.openSession(type);
        products = session.getMapper(ProductMapper.class);
        SENT.clear();
    }

    private static <T, X extends Throwable> T as(TenantId tenant, ScopedValue.CallableOp<T, X> work) throws X {
        return TenantContext.call(tenant, work);
    }

    private static List<String> taken() {
        List<String> sent = List.copyOf(SENT);
        SENT.clear();
        return sent;
    }

    private static Set<String> rows(String table, String column) throws SQLException {
        Set<String> rows = new TreeSet<>();
        try (Connection raw = tenants.connect();
                Statement statement = raw.createStatement();
                ResultSet result = statement.executeQuery("SELECT tenant_id, id, " + column + " FROM " + table)) {
            while (result.next()) {
                rows.add(result.getLong(1) + ":" + result.getLong(2) + ":" + result.getLong(3));
            }
        }
        return rows;
    }

    private static SqlSessionFactory sessions(DataSource database) {
        DataSource guarded =
                new GuardedDataSource(recording(database), new SqlGuard(CATALOGUE, new SimpleMeterRegistry()));
        MybatisConfiguration configuration =
                new MybatisConfiguration(new Environment("test", new JdbcTransactionFactory(), guarded));
        configuration.setLocalCacheScope(LocalCacheScope.STATEMENT);
        GlobalConfigUtils.getGlobalConfig(configuration).setBanner(false);
        MybatisPlusInterceptor interceptors = new MybatisPlusInterceptor();
        interceptors.addInnerInterceptor(new TenantCondition(CATALOGUE));
        interceptors.addInnerInterceptor(new PaginationInnerInterceptor(DbType.MARIADB));
        configuration.addInterceptor(interceptors);
        configuration.addMapper(ProductMapper.class);
        return new MybatisSqlSessionFactoryBuilder().build(configuration);
    }

    /** Notes each text that goes down to the database. */
    private static DataSource recording(DataSource database) {
        return new DelegatingDataSource(database) {
            @Override
            public Connection getConnection() throws SQLException {
                Connection connection = super.getConnection();
                return (Connection) Proxy.newProxyInstance(
                        getClass().getClassLoader(), new Class<?>[] {Connection.class}, (self, method, arguments) -> {
                            if (method.getName().equals("prepareStatement")) {
                                SENT.add((String) arguments[0]);
                            }
                            try {
                                return method.invoke(connection, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
            }
        };
    }
}
