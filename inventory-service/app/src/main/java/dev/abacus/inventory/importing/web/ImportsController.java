package dev.abacus.inventory.importing.web;

import dev.abacus.inventory.api.Permissions;
import dev.abacus.inventory.importing.application.ImportingProducts;
import dev.abacus.kernel.importing.ImportId;
import dev.abacus.kernel.importing.ImportView;
import dev.abacus.kernel.importing.Imports;
import dev.abacus.kernel.security.PermissionPoint;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
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
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/imports")
@Tag(name = "Imports", description = "Products from CSV files, worked off in the background.")
class ImportsController {

    private static final String CSV = "text/csv";

    private final Imports imports;

    ImportsController(Imports imports) {
        this.imports = imports;
    }

    @PostMapping(path = "/products", consumes = CSV)
    @PermissionPoint(Permissions.PRODUCT_IMPORT)
    @Operation(
            operationId = "importProducts",
            summary = "Upload a CSV file of products",
            description = "Columns: sku, name, stock_unit, and optionally category, barcodes, purchase_unit, sale_unit,"
                    + " relations (1 box = 12 pcs; 1 pallet = 40 box) and active. UTF-8. The same file again answers"
                    + " with the first import.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(mediaType = CSV, schema = @Schema(type = "string"))))
    ResponseEntity<ImportView> upload(
            @RequestParam(defaultValue = "products.csv") String fileName, @Parameter(hidden = true) InputStream file) {
        return accepted(fileName, file);
    }

    @PostMapping(path = "/products", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @PermissionPoint(Permissions.PRODUCT_IMPORT)
    @Operation(operationId = "importProductsForm", summary = "Upload a CSV file of products as a form")
    ResponseEntity<ImportView> uploadForm(@RequestPart MultipartFile file) throws IOException {
        try (InputStream content = file.getInputStream()) {
            return accepted(file.getOriginalFilename(), content);
        }
    }

    @GetMapping("/{id}")
    @PermissionPoint(Permissions.PRODUCT_IMPORT)
    @Operation(operationId = "getImport", summary = "Get an import and how far it is")
    ImportView get(@PathVariable ImportId id) {
        return ImportView.of(imports.get(id));
    }

    @PostMapping("/{id}/resume")
    @PermissionPoint(Permissions.PRODUCT_IMPORT)
    @Operation(operationId = "resumeImport", summary = "Go on with an import that was given up")
    ImportView resume(@PathVariable ImportId id) {
        return ImportView.of(imports.resume(id));
    }

    @GetMapping(path = "/{id}/errors", produces = CSV)
    @PermissionPoint(Permissions.PRODUCT_IMPORT)
    @Operation(
            operationId = "getImportErrors",
            summary = "Download the rows that were not taken, as CSV of line, column, code, message",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "OK",
                            content = @Content(mediaType = CSV, schema = @Schema(type = "string"))))
    void errors(@PathVariable ImportId id, HttpServletResponse response) throws IOException {
        imports.get(id);
        response.setContentType(CSV);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"import-" + id + "-errors.csv\"");
        imports.writeErrors(id, response.getWriter());
    }

    private ResponseEntity<ImportView> accepted(String fileName, InputStream file) {
        ImportView job = ImportView.of(imports.submit(ImportingProducts.KIND, fileName, file));
        return ResponseEntity.accepted()
                .location(URI.create("/imports/" + job.id()))
                .body(job);
    }
}
