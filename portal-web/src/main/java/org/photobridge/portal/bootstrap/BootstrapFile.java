package org.photobridge.portal.bootstrap;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.photobridge.portal.platform.RefusedStartException;

/** The bootstrap file: JSON, in which comments are allowed. */
record BootstrapFile(Path path, String digest, JsonNode content) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS, JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static BootstrapFile read(Path path) {
        try {
            byte[] bytes = Files.readAllBytes(path);
            return new BootstrapFile(path, digest(bytes), JSON.readTree(bytes));
        } catch (JsonProcessingException e) {
            throw new RefusedStartException(
                    "The bootstrap file " + path + " isn't JSON: " + e.getOriginalMessage() + " (line "
                            + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr() + ")",
                    e);
        } catch (IOException e) {
            throw new RefusedStartException("The bootstrap file " + path + " can't be read: " + e, e);
        }
    }

    /** The folder that relative paths in the file begin at. */
    Path folder() {
        return path.toAbsolutePath().getParent();
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
