package dev.abacus.trade.sales.web;

import dev.abacus.kernel.security.PermissionPoint;
import dev.abacus.kernel.web.PageRequest;
import dev.abacus.kernel.web.Slice;
import dev.abacus.trade.api.Permissions;
import dev.abacus.trade.api.sales.PastDay;
import dev.abacus.trade.catalogue.Sku;
import dev.abacus.trade.sales.application.PastSalesLists;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/sales-history")
@Tag(name = "Sales history", description = "What was sold before the company came here")
class SalesHistoryController {

    private final PastSalesLists sales;

    SalesHistoryController(PastSalesLists sales) {
        this.sales = sales;
    }

    @GetMapping
    @PermissionPoint(Permissions.SALES_HISTORY_READ)
    @Operation(operationId = "listSalesHistory", summary = "A SKU's past days in their order")
    Slice<PastDay> days(
            @RequestParam String sku,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            PageRequest page) {
        return sales.days(Sku.of(sku), from, page)
                .map(day -> new PastDay(day.date(), day.sku().code(), day.quantity(), day.promotion()));
    }
}
