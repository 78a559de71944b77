package dev.abacus.lane.trial.stock;

import dev.abacus.lane.trial.Reporting;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

@SpringBootApplication
@Import(Reporting.class)
public class StockService {

    public static void main(String[] args) {
        SpringApplication.run(StockService.class, args);
    }
}
