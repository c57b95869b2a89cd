package network.constellation.peer.cli;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import java.util.Objects;
import network.constellation.keys.address.InvalidAddressException;
import network.constellation.keys.vault.VaultRefusedException;
import network.constellation.peer.config.ConfigException;
import network.constellation.peer.node.NodeException;
import network.constellation.peer.tenant.TenantException;
import network.constellation.protocol.call.Fault;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** The one place that turns whatever a command threw into an exit status and a sentence, never a stack trace. */
record Explanation(int exitStatus, String sentence) {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int BAD_INPUT = 2;

    /** @param known what rooms say of their own exceptions */
    static Explanation of(Throwable thrown, Map<Class<? extends Exception>, Integer> known) {
        @Nullable Integer status = known.get(thrown.getClass());
        if (thrown instanceof CliException refused) {
            return new Explanation(refused.exitStatus(), text(refused));
        } else if (thrown instanceof Fault fault) {
            return new Explanation(FAILED, "fault " + fault.code() + ": " + fault.text());
        } else if (status != null) {
            return new Explanation(status, text(thrown));
        } else if (thrown instanceof InvalidAddressException
                || thrown instanceof ConfigException
                || thrown instanceof TenantException) {
            return new Explanation(BAD_INPUT, text(thrown));
        } else if (thrown instanceof NodeException || thrown instanceof VaultRefusedException) {
            return new Explanation(FAILED, text(thrown));
        } else if (thrown instanceof NoSuchFileException missing) {
            return new Explanation(BAD_INPUT, "There is no file " + missing.getFile() + ".");
        } else if (thrown instanceof AccessDeniedException denied) {
            return new Explanation(BAD_INPUT, "The file " + denied.getFile() + " may not be read or written.");
        } else if (thrown instanceof FileSystemException trouble) {
            return new Explanation(FAILED, "The file " + trouble.getFile() + ": " + trouble.getReason() + ".");
        }
        LoggerFactory.getLogger(Explanation.class).debug("A command failed unexpectedly", thrown);
        String detail =
                text(thrown).lines().findFirst().map(line -> ": " + line).orElse("");
        return new Explanation(
                FAILED, "The command failed inside (" + thrown.getClass().getSimpleName() + detail + ").");
    }

    private static String text(Throwable thrown) {
        return Objects.requireNonNullElse(thrown.getMessage(), "");
    }
}
