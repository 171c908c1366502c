package fr.quartdheure.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatientQueryTest {

    private static final LocalDate BORN = LocalDate.of(1980, 3, 12);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "martin 12/03/1980",
                "12/03/1980 martin",
                "martin 12.3.1980",
                "martin 12-03-1980",
                "martin 12 03 1980",
                "martin 12031980"
            })
    void a_birth_date_is_found_wherever_it_stands(String typed) {
        var query = PatientQuery.parse(typed);
        assertThat(query.birthDate()).isEqualTo(BORN);
        assertThat(query.name()).isEqualTo("martin");
        assertThat(query.phone()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "06 39 98 12 34 martin",
                "martin 0639981234",
                "martin 06.39.98.12.34",
                "+33639981234 martin",
                "martin +33 6 39 98 12 34",
                "martin 0033639981234",
                "martin 06-39-98-12-34"
            })
    void a_phone_number_is_brought_to_one_form(String typed) {
        var query = PatientQuery.parse(typed);
        assertThat(query.phone()).isEqualTo("+33639981234");
        assertThat(query.name()).isEqualTo("martin");
        assertThat(query.birthDate()).isNull();
    }

    @Test
    void all_three_may_be_typed_together() {
        var query = PatientQuery.parse(" 0639981234 le goff 12/03/1980 ");
        assertThat(query).isEqualTo(new PatientQuery("le goff", BORN, "+33639981234"));
    }

    @Test
    void a_day_that_never_was_is_no_birth_date() {
        var query = PatientQuery.parse("martin 31/02/1980");
        assertThat(query.birthDate()).isNull();
        assertThat(query.name()).isEqualTo("martin");
    }

    @ParameterizedTest
    @CsvSource({"ma,false", "mar,true", "'',false", "12/03/1980,true", "0639981234,true"})
    void a_search_needs_something_to_go_by(String typed, boolean enough) {
        assertThat(PatientQuery.parse(typed).isEnough()).isEqualTo(enough);
    }
}
