package org.photobridge.portal.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.photobridge.portal.engine.RunCounts;

/** A run's figures as they lie in its row. */
final class RunCountsJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private RunCountsJson() {}

    static String write(RunCounts counts) {
        try {
            return MAPPER.writeValueAsString(counts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Counts can't be written as JSON", e);
        }
    }

    static RunCounts read(String json) {
        try {
            return MAPPER.readValue(json, RunCounts.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored counts can't be read", e);
        }
    }
}
