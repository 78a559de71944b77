package dev.abacus.trade;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Sells and buys: parties, prices, promotions, sales orders and purchase orders. */
@SpringBootApplication
@EnableScheduling
public class TradeService {

    public static void main(String[] args) {
        SpringApplication.run(TradeService.class, args);
    }
}
