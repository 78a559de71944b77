package dev.abacus.e2e.kill;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What must hold of a company's books, as a query for what breaks it. Those under way hold again a little after the last
 * process is back; the others hold at every moment.
 */
enum Rule {
    I4_ON_HAND_IS_THE_SUM_OF_THE_LEDGER(
            """
            SELECT level.product_id, level.warehouse_id, level.on_hand, SUM(entry.quantity) AS ledger
            FROM inventory_stock_level level LEFT JOIN (%s) entry
              ON entry.product_id = level.product_id AND entry.warehouse_id = level.warehouse_id
            WHERE level.tenant_id = :tenant
            GROUP BY level.product_id, level.warehouse_id, level.on_hand
            HAVING level.on_hand <> COALESCE(SUM(entry.quantity), 0)
            """
                    .formatted(ledger())),
    I4_RESERVED_IS_THE_SUM_OF_OPEN_RESERVATIONS(
            """
            SELECT level.product_id, level.warehouse_id, level.reserved,
              SUM(held.quantity - held.consumed - held.released) AS open
            FROM inventory_stock_level level LEFT JOIN inventory_reservation held
              ON held.tenant_id = level.tenant_id AND held.product_id = level.product_id
              AND held.warehouse_id = level.warehouse_id AND held.state IN ('TRIED', 'ACTIVE')
            WHERE level.tenant_id = :tenant
            GROUP BY level.product_id, level.warehouse_id, level.reserved
            HAVING level.reserved <> COALESCE(SUM(held.quantity - held.consumed - held.released), 0)
            """),
    I4_NOTHING_IS_PROMISED_TWICE(
            """
            SELECT product_id, warehouse_id, on_hand, reserved FROM inventory_stock_level
            WHERE tenant_id = :tenant AND (reserved < 0 OR reserved > on_hand)
            """),
    I5_CREDIT_IS_THE_SUM_OF_ITS_ENTRIES(
            """
            SELECT account.id, account.reserved, account.used, SUM(entry.reserved), SUM(entry.used)
            FROM trade_credit_account account LEFT JOIN trade_credit_entry entry
              ON entry.tenant_id = account.tenant_id AND entry.customer_id = account.id
            WHERE account.tenant_id = :tenant
            GROUP BY account.id, account.reserved, account.used
            HAVING account.reserved <> COALESCE(SUM(entry.reserved), 0) OR account.used <> COALESCE(SUM(entry.used), 0)
            """),
    I7_A_KEY_HAS_ONE_ORDER(
            """
            SELECT idempotency_key, COUNT(*) FROM trade_sales_order
            WHERE tenant_id = :tenant AND idempotency_key IS NOT NULL GROUP BY idempotency_key HAVING COUNT(*) > 1
            """),
    I8_NO_ORDER_IS_STUCK(
            "SELECT id, status, transaction_id FROM trade_sales_order WHERE tenant_id = :tenant AND status = 'PLACING'"),
    I8_NO_RESERVATION_IS_UNDECIDED(
            "SELECT order_id, state FROM inventory_reservation WHERE tenant_id = :tenant AND state = 'TRIED'"),
    I8_NO_PROMOTION_IS_UNDECIDED(
            "SELECT order_id, state FROM trade_promotion_use WHERE tenant_id = :tenant AND state = 'RESERVED'"),
    I8_NO_BRANCH_IS_OPEN(
            """
            SELECT xid, branch_id, action, state FROM inventory_tcc_fence WHERE tenant_id = :tenant AND state = 'TRIED'
            UNION ALL
            SELECT xid, branch_id, action, state FROM trade_tcc_fence WHERE tenant_id = :tenant AND state = 'TRIED'
            """),
    I8_WHAT_IS_HELD_IS_HELD_FOR_A_PLACED_ORDER(
            """
            SELECT held.order_id, held.state, placed.status
            FROM inventory_reservation held LEFT JOIN trade_sales_order placed
              ON placed.tenant_id = held.tenant_id AND placed.id = CAST(held.order_id AS UNSIGNED)
            WHERE held.tenant_id = :tenant AND held.state = 'ACTIVE'
              AND COALESCE(placed.status, '') NOT IN ('PLACED', 'PARTLY_DELIVERED')
            """),
    I8_A_PLACED_ORDER_HOLDS_ITS_STOCK(
            """
            SELECT placed.id, placed.status FROM trade_sales_order placed LEFT JOIN inventory_reservation held
              ON held.tenant_id = placed.tenant_id AND held.order_id = CAST(placed.id AS CHAR) AND held.state = 'ACTIVE'
            WHERE placed.tenant_id = :tenant AND placed.status = 'PLACED' AND held.id IS NULL
            """),
    I8_CREDIT_IS_HELD_FOR_PLACED_ORDERS(
            """
            SELECT account.id, account.reserved, SUM(placed.total)
            FROM trade_credit_account account LEFT JOIN trade_sales_order placed
              ON placed.tenant_id = account.tenant_id AND placed.customer_id = account.id AND placed.status = 'PLACED'
            WHERE account.tenant_id = :tenant
            GROUP BY account.id, account.reserved HAVING account.reserved <> COALESCE(SUM(placed.total), 0)
            """),
    I9_EVERY_EVENT_IS_SENT(
            """
            SELECT id, type FROM trade_outbox WHERE tenant_id = :tenant AND sent_at IS NULL
            UNION ALL
            SELECT id, type FROM inventory_outbox WHERE tenant_id = :tenant AND sent_at IS NULL
            """),
    I9_EVERY_EVENT_HAS_ITS_EFFECT(Stream.of(taken("trade", "inventory"), taken("inventory", "trade"))
            .collect(Collectors.joining(" UNION ALL ")));

    private final String breaches;

    Rule(String breaches) {
        this.breaches = breaches;
    }

    /** What breaks any of them now, each with its rule's name. */
    static List<String> breaches(Shard shard) {
        return Arrays.stream(values())
                .flatMap(rule -> shard.rows(rule.breaches).stream().map(row -> rule + ": " + row))
                .toList();
    }

    /** What breaks those that hold at every moment, whoever is dead. */
    static List<String> breachesAtAnyMoment(Shard shard) {
        return Stream.of(
                        I4_ON_HAND_IS_THE_SUM_OF_THE_LEDGER,
                        I4_RESERVED_IS_THE_SUM_OF_OPEN_RESERVATIONS,
                        I4_NOTHING_IS_PROMISED_TWICE,
                        I5_CREDIT_IS_THE_SUM_OF_ITS_ENTRIES,
                        I7_A_KEY_HAS_ONE_ORDER)
                .flatMap(rule -> shard.rows(rule.breaches).stream().map(row -> rule + ": " + row))
                .toList();
    }

    private static String ledger() {
        return IntStream.range(0, 4)
                .mapToObj(part -> "SELECT product_id, warehouse_id, quantity FROM inventory_stock_ledger_" + part
                        + " WHERE tenant_id = :tenant")
                .collect(Collectors.joining(" UNION ALL "));
    }

    /** Events of one service that the other is known to take, and for which it has no finished inbox row. */
    private static String taken(String from, String to) {
        return """
                SELECT event.id, event.type, taker.consumer, taken.state
                FROM %1$s_outbox event
                JOIN (SELECT DISTINCT consumer, type FROM %2$s_inbox WHERE tenant_id = :tenant) taker
                  ON taker.type = event.type
                LEFT JOIN %2$s_inbox taken
                  ON taken.tenant_id = event.tenant_id AND taken.consumer = taker.consumer AND taken.id = event.id
                WHERE event.tenant_id = :tenant AND COALESCE(taken.state, '') <> 'DONE'
                """
                .formatted(from, to);
    }
}
