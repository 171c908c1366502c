package fr.quartdheure.account;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import fr.quartdheure.database.Birth;
import fr.quartdheure.database.Mode;
import fr.quartdheure.factor.Factors;
import fr.quartdheure.support.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class SecondStepModuleTest {

    @Test
    void realDataRefuseToOpenInOneStep() {
        var real = Birth.of(JdbcClient.create(TestDatabase.fresh()), Mode.REAL);
        assertThatThrownBy(() -> new SecondStep(mock(Factors.class), real, true))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("quartdheure.one-step-sign-in");
        assertThatCode(() -> new SecondStep(mock(Factors.class), real, false)).doesNotThrowAnyException();
    }

    @Test
    void aDemonstrationMay() {
        var demo = Birth.of(JdbcClient.create(TestDatabase.fresh()), Mode.DEMO);
        assertThatCode(() -> new SecondStep(mock(Factors.class), demo, true)).doesNotThrowAnyException();
    }
}
