package dev.abacus.sample.orders.web;

import dev.abacus.kernel.security.PermissionPoint;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class MarkedDoor {

    @GetMapping("/marked")
    @PermissionPoint("order.read")
    String marked() {
        return "marked";
    }

    String notAHandler() {
        return "";
    }
}
