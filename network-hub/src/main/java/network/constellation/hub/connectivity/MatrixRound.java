package network.constellation.hub.connectivity;

import jakarta.inject.Inject;
import java.time.Duration;
import network.constellation.peer.jobs.PeriodicTask;

/** Collects the matrix again and again. */
final class MatrixRound implements PeriodicTask {
    private final Matrix matrix;
    private final MatrixConfig config;

    @Inject
    MatrixRound(Matrix matrix, MatrixConfig config) {
        this.matrix = matrix;
        this.config = config;
    }

    @Override
    public String name() {
        return "matrix";
    }

    @Override
    public Duration every() {
        return config.every();
    }

    @Override
    public void run() {
        matrix.collect();
    }
}
