package fr.quartdheure;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The modules of the platform, wired together. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class QuartdheureApplication {}
