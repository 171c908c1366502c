package fr.quartdheure.audit;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the heads of the chain are kept.
 *
 * @param data the data folder; heads stand in its folder "audit"
 * @param auditHeads another folder for them, better on another machine; the key stays in the data folder
 */
@ConfigurationProperties("quartdheure")
record AuditSettings(@Nullable Path data, @Nullable Path auditHeads) {

    Optional<Path> keys() {
        return Optional.ofNullable(data).map(folder -> folder.resolve("audit"));
    }

    Optional<Path> heads() {
        return auditHeads != null ? Optional.of(auditHeads) : keys().map(folder -> folder.resolve("heads"));
    }
}
