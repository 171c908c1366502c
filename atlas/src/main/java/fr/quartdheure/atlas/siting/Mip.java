package fr.quartdheure.atlas.siting;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolverParameters;
import fr.quartdheure.atlas.Watch;

/**
 * A mixed-integer model for SCIP, which comes as native code with OR-Tools and is loaded at the first use. For the
 * engine's own models. Not thread-safe.
 */
public final class Mip {

    /** How a run ended. */
    public enum End {
        OPTIMAL,
        FEASIBLE,
        INFEASIBLE,
        NOTHING_FOUND
    }

    private static final double LONGEST_SECONDS = 1e6;

    private final MPSolver solver;

    static {
        Loader.loadNativeLibraries();
    }

    public Mip() {
        var created = MPSolver.createSolver("SCIP");
        if (created == null) {
            throw new IllegalStateException("OR-Tools came without SCIP");
        }
        this.solver = created;
    }

    /** The model, to be built and read by whoever asks the question. */
    public MPSolver solver() {
        return solver;
    }

    public End run(Watch watch) {
        double seconds = Math.clamp(watch.secondsLeft(), 0.001, LONGEST_SECONDS);
        solver.setTimeLimit((long) Math.ceil(seconds * 1000));
        try (var parameters = new Parameters()) {
            MPSolver.ResultStatus status = solver.solve(parameters.exact());
            return switch (status) {
                case OPTIMAL -> End.OPTIMAL;
                case FEASIBLE -> End.FEASIBLE;
                case INFEASIBLE -> End.INFEASIBLE;
                case NOT_SOLVED -> End.NOTHING_FOUND;
                case UNBOUNDED, ABNORMAL, MODEL_INVALID -> throw new IllegalStateException("SCIP ended with " + status);
            };
        }
    }

    public double value() {
        return solver.objective().value();
    }

    public double bound() {
        return solver.objective().bestBound();
    }

    /** Native memory that must be given back. */
    private record Parameters(MPSolverParameters given) implements AutoCloseable {

        Parameters() {
            this(new MPSolverParameters());
        }

        MPSolverParameters exact() {
            given.setDoubleParam(MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP, 0);
            return given;
        }

        @Override
        public void close() {
            given.delete();
        }
    }
}
