package dev.abacus.trade.promotion.web;

import dev.abacus.kernel.domain.NotFound;
import dev.abacus.kernel.security.PermissionPoint;
import dev.abacus.kernel.web.EntityVersion;
import dev.abacus.kernel.web.IdempotencyKey;
import dev.abacus.kernel.web.PageRequest;
import dev.abacus.kernel.web.Slice;
import dev.abacus.trade.api.Permissions;
import dev.abacus.trade.api.promotion.NewPromotion;
import dev.abacus.trade.api.promotion.PromotionChange;
import dev.abacus.trade.api.promotion.PromotionView;
import dev.abacus.trade.promotion.PromotionId;
import dev.abacus.trade.promotion.application.MaintainingPromotions;
import dev.abacus.trade.promotion.application.PromotionLists;
import dev.abacus.trade.promotion.domain.PromotionBook;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/promotions")
@Tag(name = "Promotions", description = "What is taken off, for what, for whom and how often")
class PromotionsController {

    private final MaintainingPromotions maintaining;
    private final PromotionBook promotions;
    private final PromotionLists pages;

    PromotionsController(MaintainingPromotions maintaining, PromotionBook promotions, PromotionLists pages) {
        this.maintaining = maintaining;
        this.promotions = promotions;
        this.pages = pages;
    }

    @GetMapping
    @PermissionPoint(Permissions.PROMOTION_READ)
    @Operation(operationId = "listPromotions", summary = "Promotions, the newest first")
    Slice<PromotionView> list(PageRequest page) {
        return pages.list(page).map(PromotionForms::view);
    }

    @GetMapping("/{id}")
    @PermissionPoint(Permissions.PROMOTION_READ)
    @Operation(operationId = "getPromotion", summary = "One promotion and how often it is used")
    ResponseEntity<PromotionView> get(@PathVariable PromotionId id) {
        return tagged(ResponseEntity.ok(), id);
    }

    @PostMapping
    @PermissionPoint(Permissions.PROMOTION_WRITE)
    @Operation(operationId = "createPromotion", summary = "Make a promotion")
    ResponseEntity<PromotionView> create(@Valid @RequestBody NewPromotion promotion, IdempotencyKey key) {
        var wanted = new MaintainingPromotions.NewPromotion(
                promotion.code(),
                PromotionForms.rule(promotion.rule()),
                PromotionForms.scope(promotion.scope()),
                PromotionForms.terms(promotion));
        PromotionId id = maintaining.make(wanted, promotion, key);
        return tagged(ResponseEntity.created(URI.create("/promotions/" + id)), id);
    }

    @PutMapping("/{id}")
    @PermissionPoint(Permissions.PROMOTION_WRITE)
    @Operation(operationId = "changePromotion", summary = "Change a promotion's terms, never what it takes off")
    ResponseEntity<PromotionView> change(
            @PathVariable PromotionId id, EntityVersion version, @Valid @RequestBody PromotionChange change) {
        maintaining.change(id, version, PromotionForms.terms(change));
        return tagged(ResponseEntity.ok(), id);
    }

    private ResponseEntity<PromotionView> tagged(ResponseEntity.BodyBuilder answer, PromotionId id) {
        PromotionView view =
                promotions.find(id).map(PromotionForms::view).orElseThrow(() -> new NotFound("promotion", id));
        return answer.eTag(new EntityVersion(view.version()).etag()).body(view);
    }
}
