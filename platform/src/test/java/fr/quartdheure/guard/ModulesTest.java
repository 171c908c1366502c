package fr.quartdheure.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption;
import fr.quartdheure.QuartdheureApplication;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Modules use each other's root packages only, and only those that their package-info names. */
class ModulesTest {

    private final ApplicationModules modules =
            ApplicationModules.of(QuartdheureApplication.class, new ImportOption.DoNotIncludeTests());

    @Test
    void every_module_keeps_to_its_allowed_dependencies() {
        modules.verify();
    }

    @Test
    void each_actor_of_the_desk_is_a_module_of_its_own() {
        assertThat(modules.getModuleForPackage("fr.quartdheure.desk.ui")).isPresent();
        assertThat(modules.getModuleForPackage("fr.quartdheure.desk")).isEmpty();
    }
}
