package org.photobridge.portal.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;

/**
 * How the API speaks JSON: times in ISO 8601, what is missing is left out, and what isn't known is an error rather than
 * silently ignored. The server's own JSON is kept out of it: it would ignore unknown fields.
 */
@Provider
public class ApiJson implements ContainerResponseFilter {

    static final int LONGEST_BODY = 1 << 20;

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module())
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(
                    LogicalType.Textual,
                    text -> text.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    static byte[] write(Object value) throws IOException {
        return MAPPER.writeValueAsBytes(value);
    }

    /** Reads a request's body; what is wrong with it becomes a problem in words. */
    static <T> T read(InputStream body, Class<T> type) throws IOException {
        byte[] bytes = body.readNBytes(LONGEST_BODY + 1);
        if (bytes.length > LONGEST_BODY) {
            throw new WebApplicationException("The body has more than " + LONGEST_BODY + " bytes.", 413);
        }
        try {
            return MAPPER.readValue(bytes, type);
        } catch (UnrecognizedPropertyException e) {
            throw new IllegalArgumentException(
                    "'" + path(e) + "' is unknown here; known are " + e.getKnownPropertyIds() + ".", e);
        } catch (JsonMappingException e) {
            String path = path(e);
            String what =
                    path.isEmpty() ? "The body is empty or not a JSON object" : "'" + path + "' isn't as expected";
            throw new IllegalArgumentException(what + ": look at " + place(e) + ".", e);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("This isn't JSON: look at " + place(e) + ".", e);
        }
    }

    /** The field that is wrong, such as {@code scope.ids[2]}; empty text if it's the whole. */
    private static String path(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }

    /** Where it is wrong, without the parser's words, which name classes. */
    private static String place(JsonProcessingException e) {
        JsonLocation where = e.getLocation();
        String twice = e.getOriginalMessage().startsWith("Duplicate field") ? ", where a field is there twice" : "";
        return (where == null ? "its end" : "line " + where.getLineNr() + ", column " + where.getColumnNr()) + twice;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) throws IOException {
        Object entity = response.getEntity();
        if (entity != null && entity.getClass().getPackage() == ApiJson.class.getPackage()) {
            response.setEntity(write(entity), null, response.getMediaType());
        }
    }
}
