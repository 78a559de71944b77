package dev.abacus.sample.orders.web;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class OpenDoor {

    @GetMapping("/open")
    String open() {
        return "open";
    }
}
