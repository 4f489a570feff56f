package org.photobridge.sharepoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.photobridge.spi.Account;
import org.photobridge.spi.IdentifierType;

class OwnershipTest {
    private static final String ID = "aaaaaaaa-0000-0000-0000-000000000001";

    private static AccountName name(String upn) {
        return new AccountName(SharePointSchema.ACCOUNT_PREFIX, upn);
    }

    private static List<String> lookAlikes(String upn) {
        return name(upn).lookAlikes().stream().map(AccountName::upn).toList();
    }

    @Test
    void file_is_owned_by_object_id_or_account_form_only() {
        Ownership ownership = new Ownership(Optional.of(ID), name("anna.berg@contoso.com"));
        assertThat(ownership.owns(ID.toUpperCase(java.util.Locale.ROOT))).isTrue();
        assertThat(ownership.owns("Anna_Berg_contoso_com")).isTrue();
        assertThat(ownership.owns("ben_okafor_contoso_com")).isFalse();
        assertThat(ownership.owns("aaaaaaaa-0000-0000-0000-000000000002")).isFalse();
    }

    @Test
    void new_files_are_named_by_the_object_id() {
        assertThat(new Ownership(Optional.of(ID), name("a@b.c")).newBase()).isEqualTo(ID);
        assertThat(new Ownership(Optional.empty(), name("a@b.c")).newBase()).isEqualTo("a_b_c");
    }

    @Test
    void names_with_the_same_account_form_are_look_alikes() {
        assertThat(lookAlikes("a.b@x.y")).contains("a_b@x.y");
        assertThat(lookAlikes("a_b@x.y")).contains("a.b@x.y");
        assertThat(lookAlikes("ab@x.y")).isEmpty();
        assertThat(lookAlikes("a.b_c@x.y")).contains("a_b_c@x.y", "a.b.c@x.y", "a_b.c@x.y");
        assertThat(name("a.b@x.y").fileForm()).isEqualTo(name("a_b@x.y").fileForm());
    }

    @Test
    void part_of_the_domain_may_be_part_of_another_one_s_name() {
        assertThat(lookAlikes("a@b.contoso.com")).containsExactlyInAnyOrder("a.b@contoso.com", "a_b@contoso.com");
        assertThat(lookAlikes("a.b@contoso.com")).containsExactlyInAnyOrder("a_b@contoso.com", "a@b.contoso.com");
        assertThat(lookAlikes("ann@contoso.onmicrosoft.com")).isEmpty();
        assertThat(lookAlikes("bob_x.com#ext#@contoso.com")).doesNotContain("bob@x.com#ext#.contoso.com");
        for (String upn : List.of("a.b@c.d.example", "a_b_c@x.y.z")) {
            assertThat(lookAlikes(upn))
                    .isNotEmpty()
                    .allMatch(other -> name(other).fileForm().equals(name(upn).fileForm()))
                    .allMatch(other -> lookAlikes(other).contains(upn));
        }
    }

    @Test
    void look_alikes_of_long_names_stay_few() {
        String upn = "a.b.c.d.e.f.g.h.i.j.k@x.y";
        assertThat(lookAlikes(upn)).hasSizeBetween(2, 16).doesNotContain(upn);
        assertThat(lookAlikes(upn).size() + 5).isLessThan(LimitNames.MOST_PEOPLE_MANAGER_CALLS);
    }

    @Test
    void names_that_no_profile_can_have_are_none() {
        assertThat(AccountName.upn(account("anna\r\n@contoso.com"))).isEmpty();
        assertThat(AccountName.upn(account("../anna@contoso.com"))).isEmpty();
        assertThat(AccountName.upn(account("anna"))).isEmpty();
        assertThat(AccountName.upn(account("Anna.O'Hara@Contoso.com"))).contains("anna.o'hara@contoso.com");
        assertThat(AccountName.upn(account("bob_x.com#EXT#@contoso.com"))).contains("bob_x.com#ext#@contoso.com");
    }

    private static Account account(String upn) {
        return Account.of("1", "").identifiedBy(IdentifierType.USER_PRINCIPAL_NAME, upn);
    }
}
