package dev.abacus.inventory;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;
import org.springframework.resilience.annotation.EnableResilientMethods;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Products and stock. */
@SpringBootApplication
@EnableResilientMethods
@EnableScheduling
@Modulithic(systemName = "Inventory")
public class InventoryService {

    public static void main(String[] arguments) {
        SpringApplication.run(InventoryService.class, arguments);
    }
}
