package dev.abacus.lane.control.application;

import dev.abacus.kernel.domain.DomainException;
import dev.abacus.kernel.domain.DomainException.Kind;
import dev.abacus.kernel.web.IdempotencyKey;
import dev.abacus.lane.LaneTag;
import dev.abacus.lane.control.api.CreateLane;
import dev.abacus.lane.control.application.Books.Creation;
import dev.abacus.lane.control.domain.AuditEntry;
import dev.abacus.lane.control.domain.Board;
import dev.abacus.lane.control.domain.KnownGroup;
import dev.abacus.lane.control.domain.Lane;
import dev.abacus.lane.control.domain.Refusals;
import dev.abacus.lane.control.domain.Settings;
import dev.abacus.lane.rules.TenantIds;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Opens a new generation of a lane. */
@Component
public class CreatingLane {

    private final ControlRoom room;
    private final Books books;
    private final Registry registry;
    private final JsonMapper json;
    private final Clock clock;

    CreatingLane(ControlRoom room, Books books, Registry registry, JsonMapper json, Clock clock) {
        this.room = room;
        this.books = books;
        this.registry = registry;
        this.json = json;
        this.clock = clock;
    }

    /** @return the new lane's tag; for a repeated key the first one's */
    public LaneTag create(IdempotencyKey key, CreateLane wish, String actor) {
        String id = Wishes.id(wish.id());
        var settings = new Settings(
                wish.strict(),
                wish.services(),
                Wishes.tenants(wish.tenants()),
                TenantIds.none(),
                Wishes.basisPoints(wish.percentage()),
                Wishes.window(wish.window()),
                Wishes.frontEnd(wish.frontEnd()));
        String hash = hash(wish);
        var created = new AtomicReference<LaneTag>();
        room.change(board -> {
            Optional<Creation> before = key.isPresent() ? books.creation(key.value()) : Optional.empty();
            if (before.isPresent()) {
                created.set(repeat(before.get(), hash));
                return board;
            }
            Board next = open(board, id, wish, settings, actor);
            LaneTag tag = next.find(id).orElseThrow().tag();
            if (key.isPresent()) {
                books.save(key.value(), new Creation(hash, tag), clock.instant());
            }
            created.set(tag);
            return next;
        });
        return created.get();
    }

    private Board open(Board board, String id, CreateLane wish, Settings settings, String actor) {
        refuseUnknownServices(settings, board);
        board.find(id).ifPresent(other -> {
            throw Refusals.exists(other.tag());
        });
        Instant now = clock.instant();
        var tag = new LaneTag(id, books.lastGeneration(id) + 1);
        Lane lane = Lane.create(tag, wish.kind(), settings, wish.reason(), now);
        Board next = board.with(lane, board.version() + 1, now);
        books.insert(lane);
        room.note(
                new AuditEntry(actor, tag, "create", wish.reason(), null, wish.kind() + " " + settings.summary()),
                next.version());
        return next;
    }

    /** A name that nobody answers to is a slip of the pen, and its lane would change nothing. */
    private void refuseUnknownServices(Settings settings, Board board) {
        var unknown = new TreeSet<>(settings.services());
        board.groups().values().stream().map(KnownGroup::service).forEach(unknown::remove);
        room.shift().roster().all().forEach(seen -> unknown.remove(seen.said().service()));
        if (!unknown.isEmpty()) {
            unknown.removeAll(registry.services());
        }
        if (!unknown.isEmpty()) {
            throw Refusals.unknownServices(unknown.stream().toList());
        }
    }

    private static LaneTag repeat(Creation before, String hash) {
        if (!before.requestHash().equals(hash)) {
            throw new DomainException(
                    Kind.REFUSED,
                    "idempotency-key-reused",
                    "This Idempotency-Key was used for another request. Take a new one.");
        }
        return before.lane();
    }

    private String hash(CreateLane wish) {
        try {
            // Sets have no order; the same wish must have the same hash.
            var ordered = new Object[] {
                wish.id(),
                wish.kind(),
                new TreeSet<>(wish.services()),
                Wishes.tenants(wish.tenants()),
                wish.percentage().stripTrailingZeros(),
                wish.window(),
                wish.strict(),
                wish.frontEnd(),
                wish.reason()
            };
            byte[] text = json.writeValueAsString(ordered).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
