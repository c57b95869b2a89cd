package network.constellation.peer.packages;

import java.io.IOException;

/** Carries a refusal out through streams, which let only I/O exceptions pass. */
final class RefusedSignal extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient PackageRefusedException refused;

    RefusedSignal(Refusal refusal, String member, Object... more) {
        this(new PackageRefusedException(refusal, member, more));
    }

    RefusedSignal(PackageRefusedException refused) {
        super(refused.getMessage());
        this.refused = refused;
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }

    PackageRefusedException refused() {
        return refused;
    }
}
