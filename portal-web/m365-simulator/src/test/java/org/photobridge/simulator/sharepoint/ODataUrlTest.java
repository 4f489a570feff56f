package org.photobridge.simulator.sharepoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ODataUrlTest {
    private static final String PEOPLE = "sp.userprofiles.peoplemanager/";
    private static final String ANNA = "i:0#.f|membership|anna@contoso.com";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "getpropertiesfor(@v)?%40v=%27i%3A0%23.f%7Cmembership%7Canna%40contoso.com%27",
                "GetPropertiesFor(accountName=@v)?@v=%27i%3A0%23.f%7Cmembership%7Canna%40contoso.com%27",
                "GetPropertiesFor(accountName=@V)?@v='i%3A0%23.f%7Cmembership%7Canna@contoso.com'",
                "getpropertiesfor(accountname='i%3A0%23.f%7Cmembership%7Canna@contoso.com')",
                "getpropertiesfor(%20accountname%20=%20'i%3A0%23.f%7Cmembership%7Canna%40contoso.com'%20)"
            })
    void every_spelling_of_a_call_that_real_clients_use_means_the_same(String address) throws Exception {
        assertThat(parse(PEOPLE + address).last().text("accountName")).contains(ANNA);
    }

    @Test
    void a_space_after_a_comma_separates_nothing() throws Exception {
        Segment function = parse(PEOPLE + "f(accountname=@v,%20propertyname='A,B%20(C)')?@v='x'")
                .last();
        assertThat(function.text("accountname")).contains("x");
        assertThat(function.text("PROPERTYNAME")).contains("A,B (C)");
    }

    @Test
    void a_doubled_quote_is_one_quote_and_a_slash_in_quotes_does_not_divide() throws Exception {
        ODataUrl url = parse("web/getFolderByServerRelativePath(decodedUrl='%2FUser%20Photos%2FProfile%20Pictures')"
                + "/files/AddUsingPath(decodedurl='adele_o''hara_LThumb.jpg',Overwrite=true)");
        assertThat(url.segments())
                .extracting(Segment::name)
                .containsExactly("web", "getFolderByServerRelativePath", "files", "AddUsingPath");
        assertThat(url.segments().get(1).text("decodedUrl")).contains("/User Photos/Profile Pictures");
        assertThat(url.last().text("decodedUrl")).contains("adele_o'hara_LThumb.jpg");
        assertThat(url.last().argument("overwrite").orElseThrow().value().isTrue())
                .isTrue();
    }

    @Test
    void a_path_is_decoded_once_and_a_plus_in_it_is_a_plus() throws Exception {
        assertThat(parse("web/f(decodedUrl='a%2525b%23+c')").last().text("decodedUrl"))
                .contains("a%25b#+c");
    }

    @Test
    void a_raw_plus_in_a_query_is_a_space() throws Exception {
        assertThat(parse("f(@v)?@v='a+b%2Bc'").last().text("x")).contains("a b+c");
    }

    @Test
    void a_guid_literal_is_its_text() throws Exception {
        assertThat(parse("web/lists(guid'12-34')").last().text("id")).contains("12-34");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "web/f(name='o'hara')",
                "web/f(name='open",
                "web/f(name='x'",
                "web/f(@missing)",
                "web/f(name=)",
                "web/f('a')b",
                "web/f(name='%zz')",
                "web/f(name=@v)?@v='a'b'",
                ""
            })
    void what_is_no_expression_is_refused_in_words(String address) {
        assertThatThrownBy(() -> parse(address))
                .isInstanceOf(InvalidExpression.class)
                .hasMessageContaining("is not valid");
    }

    private static ODataUrl parse(String address) throws InvalidExpression {
        int mark = address.indexOf('?');
        return mark < 0
                ? ODataUrl.parse(address, "")
                : ODataUrl.parse(address.substring(0, mark), address.substring(mark + 1));
    }
}
