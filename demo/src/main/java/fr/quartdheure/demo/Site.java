package fr.quartdheure.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A place where care is given; kind is one of msp, health-centre, booth, antenna. */
public record Site(
        String key,
        String organizationKey,
        String name,
        String kind,
        String addressLine,
        String postalCode,
        String communeCode,
        String city,
        double lat,
        double lon,
        String phone,
        boolean wheelchair,
        boolean parking,
        @Nullable String publicTransport,
        List<Hours> hours,
        @Nullable String finess,
        boolean opensOnHolidays,
        int cancelCutoffHours,
        List<String> services) {}
