package fr.quartdheure.guard;

import java.util.Set;
import java.util.stream.Stream;
import org.springframework.modulith.core.ApplicationModuleDetectionStrategy;
import org.springframework.modulith.core.JavaPackage;

/**
 * Every package under {@code fr.quartdheure} is a module; of {@code desk}, every actor's package is one. The plain
 * libraries {@code atlas}, {@code roads} and {@code demo} are Maven modules with borders of their own ({@link DirectionTest}).
 */
public final class PackagesAsModules implements ApplicationModuleDetectionStrategy {

    private static final Set<String> LIBRARIES = Set.of("atlas", "roads", "demo");

    @Override
    public Stream<JavaPackage> getModuleBasePackages(JavaPackage root) {
        return root.getDirectSubPackages().stream()
                .filter(module -> !LIBRARIES.contains(module.getLocalName()))
                .flatMap(module -> "desk".equals(module.getLocalName())
                        ? module.getDirectSubPackages().stream()
                        : Stream.of(module));
    }
}
