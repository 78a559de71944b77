package dev.abacus.seed.client;

import dev.abacus.kernel.web.DomainJson;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON as the suite writes it. A field that this version does not know is no error: a service may be newer. */
public final class Json {

    public static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new DomainJson())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Json() {}
}
