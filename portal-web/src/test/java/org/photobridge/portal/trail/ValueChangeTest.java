package org.photobridge.portal.trail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ValueChangeTest {
    @Test
    void of_two_lists_of_values_only_those_that_differ_are_shown() {
        assertThat(ValueChange.between(
                        "Plan[id=7, who=Who[groups={a=A, b=B}], trial=true]",
                        "Plan[id=7, who=Who[groups={a=A}], trial=true, zone=UTC]"))
                .containsExactly(
                        new ValueChange("who", "Who[groups={a=A, b=B}]", "Who[groups={a=A}]"),
                        new ValueChange("zone", "", "UTC"));
    }

    @Test
    void of_something_new_all_values_are_shown() {
        assertThat(ValueChange.between("", "name=A, secrets entered={}"))
                .containsExactly(new ValueChange("name", "", "A"), new ValueChange("secrets entered", "", "{}"));
        assertThat(ValueChange.between("name=A, b=1", "")).hasSize(2);
    }

    @Test
    void other_texts_stand_beside_each_other_as_they_are() {
        assertThat(ValueChange.between("daily", "Plan[a=1]"))
                .containsExactly(new ValueChange("", "daily", "Plan[a=1]"));
        assertThat(ValueChange.between("", "b")).containsExactly(new ValueChange("", "", "b"));
        assertThat(ValueChange.between("", "")).isEmpty();
    }

    @Test
    void a_list_that_was_cut_off_is_no_list() {
        assertThat(ValueChange.between("Plan[a=1, b=", "Plan[a=1]"))
                .containsExactly(new ValueChange("", "Plan[a=1, b=", "Plan[a=1]"));
    }
}
