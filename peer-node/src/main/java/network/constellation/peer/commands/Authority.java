package network.constellation.peer.commands;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.suite.Suite;
import network.constellation.peer.dispatch.CallContext;
import network.constellation.protocol.call.Value;
import network.constellation.protocol.method.administration.AdminCaller;
import network.constellation.protocol.method.administration.AdminMethods;

/**
 * Whether an order may be given here. It follows from the signature and from what this site has granted, never from a name
 * (network-admin.md 2.7).
 */
@Singleton
final class Authority {
    /** Only originals use them, who speak no other suite: granting bind-peer, by name, is the consent to it. */
    private static final Set<AdminMethods.Function> INTRODUCTIONS =
            Set.of(AdminMethods.BIND_PEER, AdminMethods.UNBIND_PEER);

    private final Grants grants;
    private final CommandsConfig config;

    @Inject
    Authority(Grants grants, CommandsConfig config) {
        this.grants = grants;
        this.config = config;
    }

    /**
     * An order that may be executed.
     *
     * @param most bytes of its answer; 0 for any
     * @param granted the grants it stands on, as they are now
     */
    record Permit(long most, String granted) {
        /** @throws CommandRefused when the answer is longer than what was granted */
        String answer(String text) {
            require(text, "The answer");
            return text;
        }

        void require(String text, String what) {
            long bytes = text.getBytes(StandardCharsets.UTF_8).length;
            if (most > 0 && bytes > most) {
                throw notAllowed(
                        "too-large", what + " has " + bytes + " bytes; this site has granted at most " + most + ".");
            }
        }
    }

    /** @throws CommandRefused unless the signer says its own name and is this site's recorded hub */
    void requireHub(CallContext context, AdminCaller caller, AdminMethods.Function function) {
        String signer = context.peer().wwwroot().value();
        if (!caller.remoteHost().equals(signer)) {
            throw notAllowed(
                    "impersonation",
                    "The order names " + caller.remoteHost() + " as its sender, and " + signer + " signed it.");
        }
        if (!context.peer().hub()) {
            throw notAllowed("not-the-hub", signer + " is not the hub of this site.");
        }
        if (context.suite() == Suite.LEGACY && !config.legacy() && !INTRODUCTIONS.contains(function)) {
            throw notAllowed("legacy-suite", "This site takes no orders in the legacy suite.");
        }
    }

    /**
     * @param operations any one of them suffices, for each subject
     * @param subjects none: the site as a whole
     * @param bytes of all texts of the order
     * @throws CommandRefused with the bound that is in the way
     */
    Permit permit(
            Wwwroot hub, Set<Operation> operations, List<String> subjects, boolean writes, long bytes, Instant now) {
        long most = Long.MAX_VALUE;
        Set<String> granted = new TreeSet<>();
        for (String subject : subjects.isEmpty() ? List.of("") : subjects) {
            Grant grant = grant(hub, operations, subject, writes, bytes, now);
            granted.add(grant.extent());
            most = Math.min(most, allowance(grant));
        }
        return new Permit(most == Long.MAX_VALUE ? 0 : most, String.join("; ", granted));
    }

    private Grant grant(
            Wwwroot hub, Set<Operation> operations, String subject, boolean writes, long bytes, Instant now) {
        String what = names(operations) + (subject.isEmpty() ? "" : " for " + subject);
        List<Grant> covering = grants.covering(hub, operations, subject, now);
        if (covering.isEmpty()) {
            throw notAllowed("not-granted", "This site has not granted " + what + " to its hub.");
        }
        List<Grant> fitting = covering.stream()
                .filter(grant -> !writes || !grant.bounds().readOnly())
                .toList();
        if (fitting.isEmpty()) {
            throw notAllowed("read-only", "This site has granted " + what + " for reading only.");
        }
        Grant widest = fitting.stream()
                .max(Comparator.comparingLong(Authority::allowance))
                .orElseThrow();
        if (!widest.holds(bytes)) {
            throw notAllowed(
                    "too-large",
                    "The order has " + bytes + " bytes; this site has granted " + what + " up to "
                            + widest.bounds().maxBytes() + ".");
        }
        return widest;
    }

    boolean permits(Wwwroot hub, Set<Operation> operations, String subject, Instant now) {
        return !grants.covering(hub, operations, subject, now).isEmpty();
    }

    /** Bytes of all texts in it. */
    static long bytes(Value value) {
        if (value instanceof Value.Str text) {
            return text.value().getBytes(StandardCharsets.UTF_8).length;
        } else if (value instanceof Value.Struct struct) {
            return struct.members().entrySet().stream()
                    .mapToLong(one -> one.getKey().length() + bytes(one.getValue()))
                    .sum();
        } else if (value instanceof Value.Arr array) {
            return array.items().stream().mapToLong(Authority::bytes).sum();
        }
        return 0;
    }

    private static long allowance(Grant grant) {
        return grant.bounds().maxBytes() == 0 ? Long.MAX_VALUE : grant.bounds().maxBytes();
    }

    private static String names(Set<Operation> operations) {
        return operations.stream().sorted().map(Operation::label).collect(Collectors.joining(" or "));
    }

    private static CommandRefused notAllowed(String reason, String sentence) {
        return new CommandRefused(CommandRefused.NOT_ALLOWED, reason, sentence);
    }
}
