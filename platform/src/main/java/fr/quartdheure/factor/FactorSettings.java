package fr.quartdheure.factor;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the key of the secrets is kept.
 *
 * @param data the data folder; the key stands in its folder "account"
 */
@ConfigurationProperties("quartdheure")
record FactorSettings(@Nullable Path data) {

    Path folder() {
        if (data == null) {
            throw new IllegalStateException(
                    "There is no data folder for the key of the second factors: set quartdheure.data (--data).");
        }
        return data.resolve("account");
    }
}
