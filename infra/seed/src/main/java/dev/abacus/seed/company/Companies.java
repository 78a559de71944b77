package dev.abacus.seed.company;

import dev.abacus.seed.company.Partner.Customer;
import dev.abacus.seed.company.Partner.Supplier;
import java.util.List;

/** The companies that the demo brings to life. */
public final class Companies {

    private static final List<Double> WEEKEND_SHOPPERS = List.of(0.85, 0.85, 0.9, 0.95, 1.1, 1.25, 1.1);
    private static final List<Double> CLOSED_ON_SUNDAYS = List.of(1.2, 1.1, 1.1, 1.1, 1.15, 1.35, 0.0);
    private static final Trade FOOD = new Trade(WEEKEND_SHOPPERS, 2.2);
    private static final Trade PARTS = new Trade(CLOSED_ON_SUNDAYS, 1.6);

    private Companies() {}

    /** A food wholesaler in Jinan: steady demand, strong seasons, frequent offers. */
    public static Company minghuFoods() {
        return new Company(
                "minghu-foods",
                "明湖食品商贸",
                "CNY",
                "zh",
                "Asia/Shanghai",
                20_250_101,
                new Employee("admin", "周明", "administrator"),
                new Employee("lin.buyer", "林采", "buyer"),
                new Employee("chen.keeper", "陈仓", "warehouse-keeper"),
                new Employee("wu.sales", "吴销", "sales"),
                List.of(
                        new Supplier("QILU", "齐鲁粮油", 3, "orders@qilu.example"),
                        new Supplier("HAIYOU", "海右调味", 7, "orders@haiyou.example"),
                        new Supplier("BAOTU", "趵突饮品", 5, "orders@baotu.example")),
                List.of(
                        new Customer("LIXIA", "历下社区超市", "60000.00", "buy@lixia.example"),
                        new Customer("QUANCHENG", "泉城便利店", "25000.00", "buy@quancheng.example"),
                        new Customer("DAMING", "大明湖饭店", "40000.00", "buy@daming.example"),
                        new Customer("XIAOMAI", "小麦早餐铺", "500.00", "buy@xiaomai.example")),
                FOOD.articles("minghu-foods.csv", "690123"));
    }

    /** A dealer in bicycle parts in Sheffield: a few quick sellers, a long tail that sells now and then. */
    public static Company pennineCycles() {
        return new Company(
                "pennine-cycles",
                "Pennine Cycle Parts",
                "GBP",
                "en",
                "Europe/London",
                20_250_102,
                new Employee("admin", "Margaret Hill", "administrator"),
                new Employee("owen.buyer", "Owen Pryce", "buyer"),
                new Employee("kate.keeper", "Kate Sutton", "warehouse-keeper"),
                new Employee("sam.sales", "Sam Doyle", "sales"),
                List.of(
                        new Supplier("RHINE", "Rhine Rubber", 14, "orders@rhine.example"),
                        new Supplier("OSAKA", "Osaka Drivetrain", 35, "orders@osaka.example"),
                        new Supplier("DALES", "Dales Metalwork", 4, "orders@dales.example")),
                List.of(
                        new Customer("HILLTOP", "Hilltop Bikes", "12000.00", "shop@hilltop.example"),
                        new Customer("CANAL", "Canal Street Cycles", "8000.00", "shop@canal.example"),
                        new Customer("COURIER", "City Couriers Co-op", "5000.00", "garage@courier.example"),
                        new Customer("SHED", "The Bike Shed", "150.00", "hello@shed.example")),
                PARTS.articles("pennine-cycles.csv", "501234"));
    }

    public static List<Company> all() {
        return List.of(minghuFoods(), pennineCycles());
    }
}
