package dev.abacus.function.dispatcher.registry.web;

import dev.abacus.function.dispatcher.registry.DeployedVersion;
import dev.abacus.function.dispatcher.registry.application.Artifacts;
import dev.abacus.function.dispatcher.registry.application.Deploying;
import dev.abacus.function.dispatcher.registry.application.NewVersion;
import dev.abacus.function.dispatcher.registry.application.Removing;
import dev.abacus.function.dispatcher.registry.application.Switching;
import dev.abacus.function.dispatcher.registry.domain.Alias;
import dev.abacus.function.dispatcher.registry.domain.Refusals;
import dev.abacus.kernel.domain.InvalidValue;
import dev.abacus.kernel.security.Caller;
import dev.abacus.kernel.security.PlatformScope;
import dev.abacus.kernel.web.EntityVersion;
import dev.abacus.kernel.web.IdempotencyKey;
import dev.abacus.kernel.web.PageRequest;
import dev.abacus.kernel.web.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Functions and their versions, for the platform's operators. */
@RestController
@RequestMapping("/functions")
@PlatformScope("platform.admin")
@Tag(name = "Functions", description = "Functions, their versions and aliases, for the platform's operators.")
class FunctionsController {

    private static final int LONGEST_REASON = 500;

    private final Deploying deploying;
    private final Switching switching;
    private final Removing removing;
    private final FunctionViews views;

    FunctionsController(Deploying deploying, Switching switching, Removing removing, FunctionViews views) {
        this.deploying = deploying;
        this.switching = switching;
        this.removing = removing;
        this.views = views;
    }

    private static String actor() {
        return Caller.current().name();
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "deployArtifact",
            summary = "Deploy a jar, or a source file, with its function.yaml as a new version")
    ResponseEntity<VersionView> deploy(
            IdempotencyKey key,
            @RequestPart MultipartFile definition,
            @RequestPart(required = false) MultipartFile artifact,
            @RequestPart(required = false) MultipartFile source,
            @RequestParam(required = false) String lane,
            @RequestParam(defaultValue = "true") boolean live,
            @RequestParam String reason)
            throws IOException {
        return deploy(
                key, new NewVersion(null, text(definition), bytes(artifact), text(source), lane, live, reason(reason)));
    }

    private static byte[] bytes(MultipartFile file) throws IOException {
        if (file == null) {
            return null;
        }
        if (file.getSize() > Artifacts.LARGEST) {
            throw Refusals.tooLarge(file.getSize(), Artifacts.LARGEST);
        }
        return file.getBytes();
    }

    private static String text(MultipartFile file) throws IOException {
        byte[] bytes = bytes(file);
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }

    private static String reason(String reason) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new InvalidValue("reason", "say in 1 to " + LONGEST_REASON + " characters why");
        }
        return reason.strip();
    }

    private ResponseEntity<VersionView> deploy(IdempotencyKey key, NewVersion wish) {
        DeployedVersion version = deploying.deploy(key, wish, actor());
        return ResponseEntity.created(URI.create("/functions/" + version.function() + "/versions/" + version.number()))
                .body(views.version(version.function(), version.number()));
    }

    @GetMapping
    @Operation(operationId = "listFunctions", summary = "List the functions by name")
    Slice<FunctionView> list(PageRequest page) {
        return views.list(page);
    }

    @GetMapping("/{name}")
    @Operation(operationId = "getFunction", summary = "Get a function with its aliases")
    ResponseEntity<FunctionView> get(@PathVariable String name) {
        return answer(name);
    }

    @PostMapping("/{name}/versions")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "deployScript",
            summary = "Deploy a single Java source file as a new version, by the live one's function.yaml or another")
    ResponseEntity<VersionView> deploy(
            @PathVariable String name, IdempotencyKey key, @Valid @RequestBody NewScript wish) {
        String definition = wish.definition() == null ? deploying.definitionOfLive(name) : wish.definition();
        boolean live = wish.live() == null || wish.live();
        return deploy(
                key,
                new NewVersion(
                        name,
                        definition,
                        null,
                        wish.source(),
                        wish.lane(),
                        live,
                        wish.reason().strip()));
    }

    @GetMapping("/{name}/versions")
    @Operation(operationId = "listFunctionVersions", summary = "List all versions of a function, newest first")
    Slice<VersionView> versions(@PathVariable String name, PageRequest page) {
        return views.versions(name, page);
    }

    @GetMapping("/{name}/versions/{version}")
    @Operation(operationId = "getFunctionVersion", summary = "Get a version with its function.yaml")
    VersionView version(@PathVariable String name, @PathVariable int version) {
        return views.version(name, version);
    }

    @GetMapping(path = "/{name}/versions/{version}/source", produces = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8")
    @Operation(operationId = "getFunctionSource", summary = "Get the source that a version was compiled from")
    String source(@PathVariable String name, @PathVariable int version) {
        return views.source(name, version);
    }

    @PutMapping("/{name}/aliases/{alias}")
    @Operation(
            operationId = "pointAlias",
            summary = "Let an alias point at one version, or at two that share the tenants")
    ResponseEntity<FunctionView> point(
            @PathVariable String name,
            @PathVariable String alias,
            EntityVersion seen,
            @Valid @RequestBody PointAlias wish) {
        switching.point(name, alias, wish.target(), seen, wish.reason(), actor());
        return answer(name);
    }

    @DeleteMapping("/{name}/aliases/{alias}")
    @Operation(operationId = "dropAlias", summary = "Take an alias away")
    ResponseEntity<FunctionView> drop(
            @PathVariable String name, @PathVariable String alias, EntityVersion seen, @RequestParam String reason) {
        switching.drop(name, alias, seen, reason(reason), actor());
        return answer(name);
    }

    @PostMapping("/{name}/rollback")
    @Operation(
            operationId = "rollBackFunction",
            summary = "Let an alias point at what it pointed at before its last change")
    ResponseEntity<FunctionView> rollBack(@PathVariable String name, @Valid @RequestBody RollBack wish) {
        switching.rollBack(name, wish.alias() == null ? Alias.LIVE : wish.alias(), wish.reason(), actor());
        return answer(name);
    }

    @GetMapping("/{name}/audit")
    @Operation(operationId = "listFunctionAudit", summary = "List who changed what and why, newest first")
    Slice<AuditView> audit(@PathVariable String name, PageRequest page) {
        return views.audit(name, page);
    }

    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "removeFunction", summary = "Take a function away; its versions and its history are kept")
    void remove(
            @PathVariable String name,
            @RequestParam(defaultValue = "false") boolean force,
            @RequestParam String reason) {
        removing.remove(name, force, reason(reason), actor());
    }

    private ResponseEntity<FunctionView> answer(String name) {
        FunctionView function = views.get(name);
        return ResponseEntity.ok()
                .eTag(new EntityVersion(function.revision()).etag())
                .body(function);
    }
}
