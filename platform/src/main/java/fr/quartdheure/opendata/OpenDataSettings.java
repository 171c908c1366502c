package fr.quartdheure.opendata;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Under which terms the operator gives its data out; she decides.
 *
 * @param licence its name, and {@code licenceUrl} where its text stands
 * @param publisher who answers for the data; empty where nobody said
 */
@ConfigurationProperties("quartdheure.open-data")
public record OpenDataSettings(
        @DefaultValue("Licence Ouverte 2.0 (Etalab)") String licence,

        @DefaultValue("https://www.etalab.gouv.fr/licence-ouverte-open-licence/")
        URI licenceUrl,

        @DefaultValue("") String publisher) {}
