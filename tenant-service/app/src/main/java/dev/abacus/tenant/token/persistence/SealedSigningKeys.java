package dev.abacus.tenant.token.persistence;

import com.nimbusds.jose.jwk.RSAKey;
import dev.abacus.kernel.persistence.ColumnTime;
import dev.abacus.tenant.token.application.TokenProperties;
import dev.abacus.tenant.token.domain.SigningKey;
import dev.abacus.tenant.token.domain.SigningKeys;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Repository;

/** Signing keys in {@code tenant_signing_key}, opened once per process. */
@Repository
class SealedSigningKeys implements SigningKeys {

    private final SigningKeyMapper mapper;
    private final Seal seal;
    private final Map<String, RSAKey> opened = new ConcurrentHashMap<>();

    SealedSigningKeys(SigningKeyMapper mapper, TokenProperties properties) {
        this.mapper = mapper;
        this.seal = new Seal(properties.keySecret());
    }

    @Override
    public List<SigningKey> usable(Instant now) {
        return mapper.usable(ColumnTime.of(now)).stream().map(this::open).toList();
    }

    private SigningKey open(SigningKeyRow row) {
        RSAKey pair = opened.computeIfAbsent(row.id, id -> parse(seal.open(id, row.sealed)));
        return new SigningKey(row.id, pair, ColumnTime.instant(row.createdAt), ColumnTime.instant(row.retiresAt));
    }

    @Override
    public void add(SigningKey key) {
        var row = new SigningKeyRow();
        row.id = key.id();
        row.sealed = seal.close(key.id(), key.pair().toJSONString());
        row.createdAt = ColumnTime.of(key.createdAt());
        mapper.insert(row);
    }

    @Override
    public boolean retire(SigningKey key, Instant at) {
        return mapper.retire(key.id(), ColumnTime.of(at)) == 1;
    }

    @Override
    public void forgetRetired(Instant now) {
        mapper.forgetRetired(ColumnTime.of(now));
    }

    private static RSAKey parse(String json) {
        try {
            return RSAKey.parse(json);
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }
}
