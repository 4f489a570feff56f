package com.example.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.photobridge.spi.CallContext;
import org.photobridge.spi.ConfigGroup;
import org.photobridge.spi.ConfigProperty;
import org.photobridge.spi.ConfigSchema;
import org.photobridge.spi.Cost;
import org.photobridge.spi.EndFactory;
import org.photobridge.spi.ErrorCategory;
import org.photobridge.spi.ErrorEntry;
import org.photobridge.spi.Failure;
import org.photobridge.spi.Fixer;
import org.photobridge.spi.HealthCheck;
import org.photobridge.spi.HealthReport;
import org.photobridge.spi.LocalText;
import org.photobridge.spi.PhotoProvider;
import org.photobridge.spi.PhotoSourceFactory;
import org.photobridge.spi.PhotoTargetFactory;
import org.photobridge.spi.PropertyType;
import org.photobridge.spi.ProviderDescriptor;

/** A folder with one picture per person, {@code anna@contoso.com.jpg}, as a source and as a target. */
public final class FolderProvider implements PhotoProvider {

    @Override
    public Optional<PhotoSourceFactory> sourceFactory() {
        return Optional.of(new FolderSource.Factory());
    }

    @Override
    public Optional<PhotoTargetFactory> targetFactory() {
        return Optional.of(new FolderTarget.Factory());
    }

    /** What source and target are called and need to be told is the same. */
    abstract static class FolderFactory implements EndFactory {

        @Override
        public ProviderDescriptor descriptor() {
            return ProviderDescriptor.of(text("Folder"), text("Pictures in a folder, one file per person."))
                    .withErrors(List.of(
                            entry("folder-unusable", "A file or the folder can't be used.", "Create it, or allow it."),
                            entry("folder-empty-file", "The person's file is empty.", "Put a picture in its place.")));
        }

        private static ErrorEntry entry(String code, String cause, String remedy) {
            return new ErrorEntry(code, text(cause), text(remedy), Fixer.OPERATOR, text("We are looking into it."));
        }

        @Override
        public ConfigSchema configSchema() {
            ConfigProperty folder = ConfigProperty.named("folder", PropertyType.STRING).label(text("Folder"));
            return ConfigSchema.empty().group(ConfigGroup.of("files", text("Files")), folder.required());
        }
    }

    /** Looks whether the folder can be used; notices a cancellation as every call must. */
    static HealthReport health(Path folder, CallContext call) {
        call.acquire(Cost.free()).close();
        return new HealthReport(List.of(Files.isWritable(folder)
                ? HealthCheck.pass("folder-usable", text("Folder"), text("It is there."))
                : HealthCheck.fail("folder-unusable", text("Folder"), text("" + folder), text("Create or allow it."))
                        .as(ErrorCategory.CONFIGURATION)));
    }

    static LocalText text(String english) {
        return LocalText.of(english);
    }

    /** An account's failure; {@code new ProviderException(failure)} makes it the whole call's. */
    static Failure failure(IOException e) {
        return Failure.of(ErrorCategory.UNAVAILABLE, "folder-unusable", e.toString());
    }
}
