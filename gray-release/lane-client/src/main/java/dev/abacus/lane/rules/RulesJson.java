package dev.abacus.lane.rules;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Rules as text: what is published, and what is kept on disk. */
public final class RulesJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private RulesJson() {}

    public static String write(LaneRules rules) {
        return JSON.writeValueAsString(rules);
    }

    /** @throws IllegalArgumentException when it is no set of rules, or one that breaks a rule itself */
    public static LaneRules read(String text) {
        try {
            return JSON.readValue(text, LaneRules.class);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not lane rules: " + e.getOriginalMessage(), e);
        }
    }
}
