package fr.quartdheure.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.quartdheure.account.ContactReading.Reason;
import fr.quartdheure.account.ContactReading.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContactTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "06 39 98 12 34",
                "0639981234",
                "06.39.98.12.34",
                "06-39-98-12-34",
                "+33 6 39 98 12 34",
                "0033639981234",
                "+33 (0)6 39 98 12 34",
                "06\u00a039\u202f98 12 34 "
            })
    void frenchMobilesHaveOneForm(String typed) {
        assertThat(Contact.of(Channel.SMS, typed).value()).isEqualTo("+33639981234");
    }

    @ParameterizedTest
    @CsvSource({
        "SMS,04 68 00 00 00,NOT_A_MOBILE",
        "SMS,06 39 98 12,NOT_A_PHONE",
        "SMS,bonjour,NOT_A_PHONE",
        "SMS,15,NOT_A_PHONE",
        "SMS,' ',EMPTY",
        "EMAIL,'',EMPTY",
        "EMAIL,lea,NOT_AN_EMAIL",
        "EMAIL,lea@example,NOT_AN_EMAIL",
        "EMAIL,lea@@example.org,NOT_AN_EMAIL",
        "EMAIL,a@b@example.org,NOT_AN_EMAIL",
        "EMAIL,lea..roca@example.org,NOT_AN_EMAIL",
        "EMAIL,lea roca@example.org,NOT_AN_EMAIL"
    })
    void whatCannotBeReachedIsRefusedWithTheReason(Channel channel, String typed, Reason reason) {
        assertThat(Contact.read(channel, typed)).isEqualTo(new Refused(reason));
    }

    @Test
    void onlyTheDomainOfAnEmailIsLowered() {
        assertThat(Contact.of(Channel.EMAIL, " Lea.Roca@Example.ORG ").value()).isEqualTo("Lea.Roca@example.org");
    }

    @Test
    void aHeaderCannotBeSlippedIn() {
        assertThat(Contact.read(Channel.EMAIL, "lea@example.org\r\nBcc: all@example.org"))
                .isEqualTo(new Refused(Reason.NOT_AN_EMAIL));
        assertThatThrownBy(() -> new Contact(Channel.EMAIL, "lea@example.org\n"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void foreignNumbersAreKept() {
        assertThat(Contact.of(Channel.SMS, "+34 612 34 56 78").value()).isEqualTo("+34612345678");
    }
}
