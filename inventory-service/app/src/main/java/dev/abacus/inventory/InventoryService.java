package dev.abacus.inventory;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;
import org.springframework.resilience.annotation.EnableResilientMethods;

/** Products and stock. */
@SpringBootApplication
@EnableResilientMethods
@Modulithic(systemName = "Inventory")
public class InventoryService {

    public static void main(String[] arguments) {
        SpringApplication.run(InventoryService.class, arguments);
    }
}
