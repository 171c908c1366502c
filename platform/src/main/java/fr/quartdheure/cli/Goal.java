package fr.quartdheure.cli;

import fr.quartdheure.atlas.opening.Benefit;
import fr.quartdheure.atlas.siting.Objective;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What a siting is asked to reach, by its name on the command line. */
enum Goal {
    MCLP,
    PMEDIAN,
    PCENTER,
    LSCP,
    APL_GAIN,
    UNDER_THRESHOLD;

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it speaks of accessible care, not of minutes alone. */
    boolean isApl() {
        return this == APL_GAIN || this == UNDER_THRESHOLD;
    }

    /** Whether openings of several years add up to it. */
    boolean canBePlanned() {
        return this == MCLP || isApl();
    }

    Objective objective() {
        return switch (this) {
            case MCLP -> Objective.MCLP;
            case PMEDIAN -> Objective.PMEDIAN;
            case PCENTER -> Objective.PCENTER;
            case LSCP -> Objective.LSCP;
            case APL_GAIN, UNDER_THRESHOLD -> throw new IllegalStateException(code() + " needs a supply");
        };
    }

    Benefit benefit() {
        return switch (this) {
            case MCLP -> Benefit.COVERED;
            case APL_GAIN -> Benefit.APL_GAIN;
            case UNDER_THRESHOLD -> Benefit.UNDER_THRESHOLD;
            case PMEDIAN, PCENTER, LSCP -> throw new IllegalStateException(code() + " is no sum over the openings");
        };
    }

    /** The names of the field hold hyphens, which no enum constant may. */
    static final class Name implements ITypeConverter<Goal> {
        @Override
        public Goal convert(String name) {
            return Arrays.stream(Goal.values())
                    .filter(goal -> goal.code().equals(name.toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("expected one of "
                            + Arrays.stream(Goal.values()).map(Goal::code).collect(Collectors.joining(", "))
                            + " but was '" + name + "'"));
        }
    }
}
