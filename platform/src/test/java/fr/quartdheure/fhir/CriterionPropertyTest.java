package fr.quartdheure.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Values of a parameter: commas part them, unless a backslash says that they are meant. */
class CriterionPropertyTest {

    @Property
    void whatIsEscapedComesBackWhole(@ForAll("values") List<String> values) {
        String written = values.stream()
                .map(value -> value.replace("\\", "\\\\").replace(",", "\\,"))
                .collect(Collectors.joining(","));
        assertThat(Criterion.split(written)).isEqualTo(values);
    }

    @Property
    void aTokenIsItsSystemAndItsCode(@ForAll("words") String system, @ForAll("words") String code) {
        var token = Token.of(system + "|" + code);
        assertThat(token.is(system, code)).isTrue();
        assertThat(token.is(system + "x", code)).isFalse();
        assertThat(token.is(system, code + "x")).isFalse();
        assertThat(Token.of(code).is(system, code)).isTrue();
        assertThat(Token.of(system + "|").is(system, code)).isTrue();
        assertThat(Token.of("|" + code).is(system, code)).isFalse();
    }

    @Example
    void nationalNumbersLoseTheirKind() {
        assertThat(Parts.rpps(Token.of("urn:oid:1.2.250.1.71.4.2.1|899901000002")))
                .containsExactly("99901000002");
        assertThat(Parts.rpps(Token.of("99901000002"))).isEmpty();
        assertThat(Parts.finess(Token.of("1660000001"))).containsExactly("660000001");
        assertThat(Parts.siret(Token.of("urn:oid:1.2.250.1.71.4.2.2|321660001100019")))
                .containsExactly("21660001100019");
    }

    @Provide
    Arbitrary<List<String>> values() {
        return Arbitraries.strings()
                .withChars("ab|$,\\é")
                .ofMinLength(1)
                .ofMaxLength(6)
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings().alpha().numeric().ofMinLength(1).ofMaxLength(8);
    }
}
