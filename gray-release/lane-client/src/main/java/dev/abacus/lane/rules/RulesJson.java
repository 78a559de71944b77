package dev.abacus.lane.rules;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Rules as text: what is published, and what is kept on disk. */
public final class RulesJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private RulesJson() {}

    public static String write(LaneRules rules) {
        return JSON.writeValueAsString(rules);
    }

    /** @throws IllegalArgumentException when it is no set of rules, or one that breaks a rule itself */
    public static LaneRules read(String text) {
        try {
            LaneRules rules = JSON.readValue(text, LaneRules.class);
            if (rules == null) {
                throw new IllegalArgumentException("not lane rules: nothing");
            }
            return rules;
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not lane rules: " + e.getOriginalMessage(), e);
        }
    }
}
