package dev.abacus.trade.importing.web;

import dev.abacus.kernel.importing.ChunkImporter;
import dev.abacus.kernel.importing.ImportId;
import dev.abacus.kernel.importing.ImportView;
import dev.abacus.kernel.importing.Imports;
import dev.abacus.kernel.security.PermissionPoint;
import dev.abacus.trade.api.Permissions;
import dev.abacus.trade.importing.application.ColumnMapping;
import dev.abacus.trade.importing.application.ImportingCustomers;
import dev.abacus.trade.importing.application.ImportingSalesHistory;
import dev.abacus.trade.importing.application.ImportingSuppliers;
import dev.abacus.trade.importing.application.MappedFile;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/imports")
@Tag(name = "Imports", description = "Customers, suppliers and past sales from CSV files, worked off in the background")
class ImportsController {

    private static final String CSV = "text/csv";

    private static final String MAPPING =
            "Which header of the file means which column, as column:header; once for each column whose header is not"
                    + " the column's own name. Problem invalid-value when there is no such column or no such header.";

    private final Imports imports;
    private final ImportingCustomers customers;
    private final ImportingSuppliers suppliers;
    private final ImportingSalesHistory salesHistory;

    ImportsController(
            Imports imports,
            ImportingCustomers customers,
            ImportingSuppliers suppliers,
            ImportingSalesHistory salesHistory) {
        this.imports = imports;
        this.customers = customers;
        this.suppliers = suppliers;
        this.salesHistory = salesHistory;
    }

    @PostMapping(path = "/customers", consumes = CSV)
    @PermissionPoint(Permissions.PARTY_IMPORT)
    @Parameter(
            name = "column",
            in = ParameterIn.QUERY,
            description = MAPPING,
            array = @ArraySchema(schema = @Schema(type = "string", example = "credit_limit:Limit")))
    @Operation(
            operationId = "importCustomers",
            summary = "Upload a CSV file of customers",
            description = "Columns: code, name, credit_limit, currency, and optionally contact_person, contact_phone,"
                    + " contact_email. UTF-8. The same file again answers with the first import.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(mediaType = CSV, schema = @Schema(type = "string"))))
    ResponseEntity<ImportView> customers(
            @RequestParam(defaultValue = "customers.csv") String fileName,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query,
            @Parameter(hidden = true) InputStream file)
            throws IOException {
        return accepted(customers, fileName, query, file);
    }

    @PostMapping(path = "/suppliers", consumes = CSV)
    @PermissionPoint(Permissions.PARTY_IMPORT)
    @Parameter(
            name = "column",
            in = ParameterIn.QUERY,
            description = MAPPING,
            array = @ArraySchema(schema = @Schema(type = "string", example = "lead_time_days:Days")))
    @Operation(
            operationId = "importSuppliers",
            summary = "Upload a CSV file of suppliers",
            description = "Columns: code, name, lead_time_days, currency, and optionally contact_person, contact_phone,"
                    + " contact_email. UTF-8. The same file again answers with the first import.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(mediaType = CSV, schema = @Schema(type = "string"))))
    ResponseEntity<ImportView> suppliers(
            @RequestParam(defaultValue = "suppliers.csv") String fileName,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query,
            @Parameter(hidden = true) InputStream file)
            throws IOException {
        return accepted(suppliers, fileName, query, file);
    }

    @PostMapping(path = "/sales-history", consumes = CSV)
    @PermissionPoint(Permissions.SALES_HISTORY_IMPORT)
    @Parameter(
            name = "column",
            in = ParameterIn.QUERY,
            description = MAPPING,
            array = @ArraySchema(schema = @Schema(type = "string", example = "quantity:Units sold")))
    @Operation(
            operationId = "importSalesHistory",
            summary = "Upload a CSV file of past sales",
            description =
                    "Columns: date (or week, day), sku, quantity (or value), and optionally promotion. A row is what"
                            + " a SKU sold on a day, in its stock unit; a day counts once. UTF-8. The same file again answers"
                            + " with the first import.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(mediaType = CSV, schema = @Schema(type = "string"))))
    ResponseEntity<ImportView> salesHistory(
            @RequestParam(defaultValue = "sales-history.csv") String fileName,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query,
            @Parameter(hidden = true) InputStream file)
            throws IOException {
        return accepted(salesHistory, fileName, query, file);
    }

    @GetMapping("/{id}")
    @PermissionPoint(Permissions.IMPORT_READ)
    @Operation(operationId = "getImport", summary = "An import and how far it is")
    ImportView get(@PathVariable ImportId id) {
        return ImportView.of(imports.get(id));
    }

    @PostMapping("/{id}/resume")
    @PermissionPoint(Permissions.IMPORT_RESUME)
    @Operation(operationId = "resumeImport", summary = "Go on with an import that was given up")
    ImportView resume(@PathVariable ImportId id) {
        return ImportView.of(imports.resume(id));
    }

    @GetMapping(path = "/{id}/errors", produces = CSV)
    @PermissionPoint(Permissions.IMPORT_READ)
    @Operation(
            operationId = "getImportErrors",
            summary = "Download the rows that were not taken, as CSV of line, column, code, message",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "The error report",
                            content = @Content(mediaType = CSV, schema = @Schema(type = "string"))))
    void errors(@PathVariable ImportId id, HttpServletResponse response) throws IOException {
        imports.get(id);
        response.setContentType(CSV);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"import-" + id + "-errors.csv\"");
        imports.writeErrors(id, response.getWriter());
    }

    private ResponseEntity<ImportView> accepted(
            ChunkImporter<?> importer, String fileName, MultiValueMap<String, String> query, InputStream file)
            throws IOException {
        // Not a list as a parameter: Spring would split a single header at its commas.
        List<String> stated = query.getOrDefault("column", List.of());
        ColumnMapping mapping = ColumnMapping.of(stated, importer.columns());
        ImportView job = ImportView.of(imports.submit(importer.kind(), fileName, MappedFile.of(file, mapping)));
        return ResponseEntity.accepted()
                .location(URI.create("/imports/" + job.id()))
                .body(job);
    }
}
