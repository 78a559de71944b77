package dev.abacus.function.dispatcher.delivery.web;

import dev.abacus.function.dispatcher.delivery.DeliveryState;
import dev.abacus.function.dispatcher.delivery.application.RedrivingDeliveries;
import dev.abacus.kernel.domain.NotFound;
import dev.abacus.kernel.security.PlatformScope;
import dev.abacus.kernel.web.PageRequest;
import dev.abacus.kernel.web.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What functions' results owe to topics and webhooks, for the platform's operators. */
@RestController
@RequestMapping("/functions/{function}/deliveries")
@PlatformScope("platform.admin")
@Tag(name = "Deliveries", description = "What results owe to topics and webhooks.")
class DeliveriesController {

    private final DeliveryViews views;
    private final RedrivingDeliveries redriving;

    DeliveriesController(DeliveryViews views, RedrivingDeliveries redriving) {
        this.views = views;
        this.redriving = redriving;
    }

    @GetMapping
    @Operation(operationId = "listDeliveries", summary = "List deliveries, the latest first")
    Slice<DeliveryView> list(
            @PathVariable String function, @RequestParam(required = false) DeliveryState state, PageRequest page) {
        return views.list(function, state, page);
    }

    @GetMapping("/{id}")
    @Operation(operationId = "getDelivery", summary = "Get a delivery")
    DeliveryView get(@PathVariable String function, @PathVariable long id) {
        return views.find(function, id).orElseThrow(() -> new NotFound("delivery", String.valueOf(id)));
    }

    @PostMapping("/{id}/redrive")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(operationId = "redriveDelivery", summary = "Begin a delivery anew that was given up")
    DeliveryView redrive(@PathVariable String function, @PathVariable long id) {
        get(function, id);
        redriving.redrive(function, id);
        return get(function, id);
    }
}
