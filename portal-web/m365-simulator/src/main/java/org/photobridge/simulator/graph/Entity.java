package org.photobridge.simulator.graph;

import com.fasterxml.jackson.databind.JsonNode;

/** Something of the directory as Graph shows it. */
interface Entity {
    EntityType type();

    /** The value of a property that the type has; JSON's null for none. */
    JsonNode property(String name);
}
