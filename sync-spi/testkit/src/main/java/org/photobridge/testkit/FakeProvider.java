package org.photobridge.testkit;

import java.util.List;
import java.util.Optional;
import org.photobridge.spi.ConfigGroup;
import org.photobridge.spi.ConfigProperty;
import org.photobridge.spi.ConfigSchema;
import org.photobridge.spi.ErrorEntry;
import org.photobridge.spi.Fixer;
import org.photobridge.spi.LocalText;
import org.photobridge.spi.PhotoProvider;
import org.photobridge.spi.PhotoSource;
import org.photobridge.spi.PhotoSourceFactory;
import org.photobridge.spi.PhotoTarget;
import org.photobridge.spi.PhotoTargetFactory;
import org.photobridge.spi.PropertyType;
import org.photobridge.spi.ProviderConfig;
import org.photobridge.spi.ProviderContext;
import org.photobridge.spi.ProviderDescriptor;

/** A provider whose factories open the fakes that a test made beforehand, again and again the same ones. */
public final class FakeProvider implements PhotoProvider {

    public static final String THROTTLED = "fake-throttled";
    public static final String NO_PHOTO = "fake-no-photo";
    public static final String NO_PROFILE = "fake-no-profile";
    public static final String NO_GROUP = "fake-no-group";
    public static final String DIFFERENT = "fake-different";

    private static final List<String> CODES = List.of(THROTTLED, NO_PHOTO, NO_PROFILE, NO_GROUP, DIFFERENT);

    private final PhotoSource source;
    private final PhotoTarget target;

    public FakeProvider(PhotoSource source, PhotoTarget target) {
        this.source = source;
        this.target = target;
    }

    @Override
    public Optional<PhotoSourceFactory> sourceFactory() {
        return Optional.of(new SourceFactory(source));
    }

    @Override
    public Optional<PhotoTargetFactory> targetFactory() {
        return Optional.of(new TargetFactory(target));
    }

    private static ProviderDescriptor describe(String name) {
        return ProviderDescriptor.of(LocalText.of(name), LocalText.of("Lives in a test's memory."))
                .withErrors(CODES.stream().map(FakeProvider::entry).toList());
    }

    private static ErrorEntry entry(String code) {
        LocalText text = LocalText.of("A test wanted " + code + ".");
        return new ErrorEntry(code, text, text, Fixer.OPERATOR, text);
    }

    private static ConfigSchema schema() {
        return ConfigSchema.empty()
                .group(
                        ConfigGroup.of("fake", LocalText.of("Fake")),
                        ConfigProperty.named("place", PropertyType.STRING).label(LocalText.of("Place")),
                        ConfigProperty.named("password", PropertyType.SECRET).label(LocalText.of("Password")));
    }

    private record SourceFactory(PhotoSource source) implements PhotoSourceFactory {
        @Override
        public ProviderDescriptor descriptor() {
            return describe("Fake source");
        }

        @Override
        public ConfigSchema configSchema() {
            return schema();
        }

        @Override
        public PhotoSource open(ProviderConfig config, ProviderContext context) {
            return source;
        }
    }

    private record TargetFactory(PhotoTarget target) implements PhotoTargetFactory {
        @Override
        public ProviderDescriptor descriptor() {
            return describe("Fake target");
        }

        @Override
        public ConfigSchema configSchema() {
            return schema();
        }

        @Override
        public PhotoTarget open(ProviderConfig config, ProviderContext context) {
            return target;
        }
    }
}
