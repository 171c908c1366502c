package fr.quartdheure.guard;

import java.util.stream.Stream;
import org.springframework.modulith.core.ApplicationModuleDetectionStrategy;
import org.springframework.modulith.core.JavaPackage;

/** Every package under {@code fr.quartdheure} is a module; of {@code desk}, every actor's package is one. */
public final class PackagesAsModules implements ApplicationModuleDetectionStrategy {

    @Override
    public Stream<JavaPackage> getModuleBasePackages(JavaPackage root) {
        return root.getDirectSubPackages().stream()
                .flatMap(module -> "desk".equals(module.getLocalName())
                        ? module.getDirectSubPackages().stream()
                        : Stream.of(module));
    }
}
