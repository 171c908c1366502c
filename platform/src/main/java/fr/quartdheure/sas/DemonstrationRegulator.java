package fr.quartdheure.sas;

import fr.quartdheure.database.Birth;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** In a demonstration the national platform has told of one regulator, whose account stands on the login page. */
@Component
@Order(DemonstrationRegulator.AFTER_THE_OTHERS)
class DemonstrationRegulator implements ApplicationRunner {

    static final int AFTER_THE_OTHERS = Integer.MAX_VALUE;

    private static final Regulator AGATHE = new Regulator(
            new Regulator.Number(Regulator.Kind.PLATFORM, "0b9d5a52-6d2c-4f0e-9a39-6b1f6a1c7e10"),
            true,
            "Serra",
            "Agathe",
            "agathe.serra@example.org");

    private final Birth birth;
    private final Regulators regulators;

    DemonstrationRegulator(Birth birth, Regulators regulators) {
        this.birth = birth;
        this.regulators = regulators;
    }

    /** Told again at a later start, the number is known and nothing changes. */
    @Override
    public void run(ApplicationArguments arguments) {
        if (birth.isDemo()) {
            regulators.add(AGATHE);
        }
    }
}
