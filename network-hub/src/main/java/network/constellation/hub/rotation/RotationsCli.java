package network.constellation.hub.rotation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import network.constellation.hub.approvals.ApprovalNeeded;
import network.constellation.hub.approvals.Person;
import network.constellation.hub.founding.HubCommand;
import network.constellation.hub.rotation.RotationSite.State;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.cli.CliContext;
import network.constellation.peer.cli.CliException;
import network.constellation.peer.cli.CliRoom;
import network.constellation.peer.cli.Table;
import network.constellation.peer.cli.Verbs;
import network.constellation.peer.jobs.JobView;
import network.constellation.peer.jobs.Jobs;
import network.constellation.peer.tenant.TenantLease;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hub rotate prepare|rehearse|activate|retire|abort|status}. */
public final class RotationsCli implements CliRoom {
    private static final String ACTOR = "command line";

    @Override
    public void verbs(Verbs verbs) {
        verbs.group("hub rotate", "Replace the keys of sites, step by step, without a failed call.")
                .add("hub rotate", Prepare.class)
                .add("hub rotate", Rehearse.class)
                .add("hub rotate", Activate.class)
                .add("hub rotate", Retire.class)
                .add("hub rotate", Abort.class)
                .add("hub rotate", Status.class);
    }

    /** What all of them share: whose keys. */
    @Command
    abstract static class OnScope extends HubCommand {
        @Parameters(arity = "0..*", paramLabel = "PEER_URL", description = "Members whose keys are meant.")
        List<String> peers = List.of();

        @Option(names = "--subnetwork", paramLabel = "N", description = "The members of this sub-network.")
        @Nullable
        Integer subnetwork;

        @Option(names = "--all", description = "All members; the hub itself only together with --hub.")
        boolean all;

        @Option(names = "--hub", description = "The hub itself. The directory's key is another key and stays.")
        boolean hub;

        final RotationScope scope() {
            return new RotationScope(
                    all,
                    Optional.ofNullable(subnetwork),
                    hub,
                    peers.stream().map(Wwwroot::normalized).toList());
        }
    }

    /** What the verbs that do something share: they wait until all sites were asked. */
    @Command
    abstract static class Act extends OnScope {
        private static final Duration PATIENCE = Duration.ofMinutes(30);

        @Option(names = "--no-wait", description = "Return at once; the hub goes on in the background.")
        boolean noWait;

        @Override
        protected final void run(CliContext context, TenantLease lease) {
            try {
                Rotations rotations = lease.get(Rotations.class);
                int before = rotations.list().stream()
                        .findFirst()
                        .map(Rotation::number)
                        .orElse(0);
                RotationScope scope = scope();
                Optional<Rotation> meant = meant(rotations, scope);
                UUID job = act(rotations, scope, meant);
                int number = meant.map(Rotation::number).orElse(before + 1);
                if (!noWait) {
                    wait(lease.get(Jobs.class), job);
                }
                RotationView view = RotationView.of(rotations, number);
                context.answer(view.document(), out -> view.print(out));
                refuseIfAborted(view, context);
            } catch (RotationRefused | ApprovalNeeded refused) {
                throw CliException.failed(String.valueOf(refused.getMessage()));
            }
        }

        Optional<Rotation> meant(Rotations rotations, RotationScope scope) {
            return Optional.of(rotations.meant(scope));
        }

        abstract UUID act(Rotations rotations, RotationScope scope, Optional<Rotation> meant);

        private static void wait(Jobs jobs, UUID id) {
            JobView job = jobs.await(id, PATIENCE);
            if (job.state() != JobView.State.DONE) {
                throw CliException.failed("It is not done yet (" + job.step() + ", "
                        + job.lastError().orElse("no error so far") + "); the running hub goes on with it.");
            }
        }

        private static void refuseIfAborted(RotationView view, CliContext context) {
            if (view.rotation().phase() == Rotation.Phase.ABORTED
                    && !view.rotation().actor().isEmpty()) {
                String note = view.rotation().note();
                if (note != null) {
                    throw CliException.failed(note + " The rotation is aborted; all sites keep their keys.");
                }
            }
        }

        @Override
        protected boolean works() {
            return true;
        }
    }

    @Command(
            name = "prepare",
            description = {
                "Have the sites make their next keys, and announce these to the others.",
                "Once more: go on with those that were away."
            })
    static final class Prepare extends Act {
        @Override
        Optional<Rotation> meant(Rotations rotations, RotationScope scope) {
            return rotations.list().stream()
                    .filter(one -> one.isLive() && one.scope().equals(scope.label()))
                    .findFirst();
        }

        @Override
        UUID act(Rotations rotations, RotationScope scope, Optional<Rotation> meant) {
            return rotations.prepare(scope, ACTOR);
        }
    }

    @Command(
            name = "rehearse",
            description = "Have all linked sites ping each other with the next keys; one refusal aborts the rotation.")
    static final class Rehearse extends Act {
        @Override
        UUID act(Rotations rotations, RotationScope scope, Optional<Rotation> meant) {
            return rotations.rehearse(meant.orElseThrow(), ACTOR);
        }
    }

    @Command(
            name = "activate",
            description = "Put the next keys into use; the ones before stay for an overlap of 48 h.")
    static final class Activate extends Act {
        @Option(
                names = "--force",
                paramLabel = "REASON",
                description = "Go on without a good rehearsal; the reason is recorded.")
        @Nullable
        String force;

        @Override
        UUID act(Rotations rotations, RotationScope scope, Optional<Rotation> meant) {
            return rotations.activate(meant.orElseThrow(), Optional.ofNullable(force), Person.unnamed(ACTOR));
        }
    }

    @Command(name = "retire", description = "End the overlap: messages to the keys before are opened no more.")
    static final class Retire extends Act {
        @Override
        UUID act(Rotations rotations, RotationScope scope, Optional<Rotation> meant) {
            return rotations.retire(meant.orElseThrow(), ACTOR);
        }
    }

    @Command(name = "abort", description = "Give the next keys up: the sites keep those they have.")
    static final class Abort extends Act {
        @Override
        UUID act(Rotations rotations, RotationScope scope, Optional<Rotation> meant) {
            return rotations.abort(meant.orElseThrow(), ACTOR);
        }
    }

    @Command(
            name = "status",
            description = "Show how far each site is, and the rehearsal; exit status 1 while one is behind.")
    static final class Status extends OnScope {
        @Override
        protected void run(CliContext context, TenantLease lease) {
            Rotations rotations = lease.get(Rotations.class);
            RotationScope scope = scope();
            List<RotationView> views = rotations.list().stream()
                    .filter(one -> scope.isEmpty() || one.scope().equals(scope.label()))
                    .map(one -> RotationView.of(rotations, one.number()))
                    .toList();
            context.answer(views.stream().map(RotationView::document).toList(), out -> {
                if (views.isEmpty()) {
                    new Table("ROTATION")
                            .print(out, "No rotation yet: constellation hub rotate prepare --data DIR --all");
                } else {
                    views.get(0).print(out);
                }
            });
            boolean behind = views.stream()
                    .limit(1)
                    .anyMatch(view -> view.sites().stream()
                            .anyMatch(site -> site.state() != State.LEGACY
                                    && site.isBehind(view.rotation().phase())));
            if (behind) {
                throw CliException.silently();
            }
        }
    }
}
