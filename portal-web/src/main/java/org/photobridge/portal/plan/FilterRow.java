package org.photobridge.portal.plan;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Objects;

/** One wanted value of one attribute of a plan's filter. */
@Embeddable
public class FilterRow {
    private String attribute;

    @Column(name = "wanted_value")
    private String wantedValue;

    /** For JPA only. */
    protected FilterRow() {}

    FilterRow(String attribute, String wantedValue) {
        this.attribute = attribute;
        this.wantedValue = wantedValue;
    }

    String attribute() {
        return attribute;
    }

    String wantedValue() {
        return wantedValue;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FilterRow that
                && attribute.equals(that.attribute)
                && wantedValue.equals(that.wantedValue);
    }

    @Override
    public int hashCode() {
        return Objects.hash(attribute, wantedValue);
    }
}
