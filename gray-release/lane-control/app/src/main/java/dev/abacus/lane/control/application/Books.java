package dev.abacus.lane.control.application;

import dev.abacus.kernel.web.PageRequest;
import dev.abacus.lane.LaneTag;
import dev.abacus.lane.control.domain.AuditEntry;
import dev.abacus.lane.control.domain.Board;
import dev.abacus.lane.control.domain.KnownGroup;
import dev.abacus.lane.control.domain.Lane;
import dev.abacus.lane.control.domain.Ownership;
import dev.abacus.lane.control.domain.QueueId;
import dev.abacus.lane.control.domain.Stray.Fate;
import dev.abacus.lane.rules.LaneState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The record of everything. What changes it is called in a transaction. */
public interface Books {

    /** A new term, higher than every one before. */
    long beginTerm();

    /** Until when whoever was in charge last may have answered members; nothing before the first. */
    Optional<Instant> inChargeUntil();

    /** @throws Deposed when another process has begun a later term */
    void beInCharge(long term, Instant until);

    /** @throws Deposed when another process has begun a later term; holds off others until the transaction ends */
    void hold(long term);

    Board load();

    /** The rules' version and what goes with it; the audit's entries of the same change carry it. */
    void publish(Board board);

    int lastGeneration(String id);

    void insert(Lane lane);

    void update(Lane before, Lane after);

    /** Any generation, also a retired one, whose lists are empty. */
    Optional<Lane> find(String id, Integer generation);

    /** Oldest first; one more than the page takes, to know whether there is more. */
    List<Numbered> list(LaneState state, PageRequest page);

    record Numbered(long number, Lane lane) {}

    void save(KnownGroup group);

    void save(Ownership owner);

    void pin(LaneTag lane, Map<QueueId, Long> offsets);

    Map<QueueId, Long> pins(LaneTag lane);

    void setBarrier(LaneTag lane, Map<QueueId, Long> offsets);

    Map<QueueId, Long> barrier(LaneTag lane);

    /** What became of a lane that was, if it was. */
    Optional<Fate> fate(LaneTag lane);

    void audit(AuditEntry entry, Instant at, long ruleVersion);

    /** Newest first. */
    List<Audited> audited(String lane, PageRequest page);

    record Audited(long id, Instant at, AuditEntry entry, long ruleVersion) {}

    Optional<Creation> creation(String key);

    void save(String key, Creation creation, Instant at);

    /** What was made under an idempotency key. */
    record Creation(String requestHash, LaneTag lane) {}

    Optional<SigningKey> signingKey();

    void save(SigningKey key, Instant at);

    /** @param privateJwk never shown or logged */
    record SigningKey(String id, String privateJwk, String publicJwk) {

        @Override
        public String toString() {
            return "SigningKey[" + id + "]";
        }
    }

    void keepDeadLetters(LaneTag lane, String group, List<DeadLetter> letters, Instant at);

    /** A message that the broker had given up. */
    record DeadLetter(String messageId, Map<String, String> properties, byte[] body) {}
}
