package org.photobridge.spi;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** How a source or target presents itself to admins. */
public final class ProviderDescriptor {

    private final LocalText name;
    private final LocalText description;
    private final List<ErrorEntry> errors;

    private ProviderDescriptor(LocalText name, LocalText description, List<ErrorEntry> errors) {
        this.name = Objects.requireNonNull(name, "name");
        this.description = Objects.requireNonNull(description, "description");
        this.errors = List.copyOf(errors);
    }

    /**
     * Describes an end.
     *
     * @param name what pages call the system, in one or two words: "Exchange"
     * @param description one sentence on what it reads or writes
     */
    public static ProviderDescriptor of(LocalText name, LocalText description) {
        return new ProviderDescriptor(name, description, List.of());
    }

    /** This descriptor with the catalogue of codes that the end's failures, absences and refusals use. */
    public ProviderDescriptor withErrors(List<ErrorEntry> catalogue) {
        return new ProviderDescriptor(name, description, catalogue);
    }

    public LocalText name() {
        return name;
    }

    public LocalText description() {
        return description;
    }

    /** The error catalogue; the order has no meaning. */
    public List<ErrorEntry> errors() {
        return errors;
    }

    /** The catalogue's entry for a code; empty if the provider doesn't explain it. */
    public Optional<ErrorEntry> error(String code) {
        return errors.stream().filter(entry -> entry.code().equals(code)).findFirst();
    }
}
