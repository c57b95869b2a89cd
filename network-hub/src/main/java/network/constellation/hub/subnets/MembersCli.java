package network.constellation.hub.subnets;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import network.constellation.hub.approvals.ApprovalNeeded;
import network.constellation.hub.founding.HubCommand;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.cli.CliContext;
import network.constellation.peer.cli.CliException;
import network.constellation.peer.cli.CliRoom;
import network.constellation.peer.cli.Verbs;
import network.constellation.peer.tenant.TenantLease;
import network.constellation.protocol.directory.strategy.ServiceMatrix;
import network.constellation.protocol.directory.strategy.ServiceStrategy;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hub disable|enable|remove|policy|strategy|standing} and {@code hub subnet services}. */
public final class MembersCli implements CliRoom {
    private static final String ACTOR = "command line";

    @Override
    public void verbs(Verbs verbs) {
        verbs.add("hub", Disable.class)
                .add("hub", Enable.class)
                .add("hub", Remove.class)
                .add("hub", SetPolicy.class)
                .add("hub", SetStrategy.class)
                .add("hub", ShowLinks.class)
                .add("hub subnet", ServicesOf.class);
    }

    /** A verb about one member, whose consequences a job draws. */
    @Command
    abstract static class OfMember extends HubCommand {
        @Parameters(index = "0", paramLabel = "PEER_URL", description = "Member of the network.")
        String site = "";

        @Override
        protected final void run(CliContext context, TenantLease hub) {
            Wwwroot member = Wwwroot.normalized(site);
            try {
                UUID job = change(hub.get(Members.class), member);
                context.done(
                        member + " " + done() + "; the links follow in the background.",
                        Map.of("site", member, "job", job.toString()));
                context.hint("constellation hub links --data DIR " + member);
            } catch (IllegalArgumentException wrong) {
                throw CliException.badInput(String.valueOf(wrong.getMessage()));
            } catch (ApprovalNeeded waits) {
                throw CliException.failed(String.valueOf(waits.getMessage()));
            }
        }

        abstract UUID change(Members members, Wwwroot member);

        abstract String done();
    }

    @Command(name = "disable", description = "Link a site with nobody but the hub until it is enabled again.")
    static final class Disable extends OfMember {
        @Override
        UUID change(Members members, Wwwroot member) {
            return members.disable(member, ACTOR);
        }

        @Override
        String done() {
            return "is disabled";
        }
    }

    @Command(name = "enable", description = "Bring a disabled site back in line with its sub-networks.")
    static final class Enable extends OfMember {
        @Override
        UUID change(Members members, Wwwroot member) {
            return members.enable(member, ACTOR);
        }

        @Override
        String done() {
            return "is enabled";
        }
    }

    @Command(
            name = "remove",
            description =
                    "Take a site out of the network: its keys are good nowhere any more, its roaming sessions end.")
    static final class Remove extends OfMember {
        @Override
        UUID change(Members members, Wwwroot member) {
            return members.remove(member, ACTOR);
        }

        @Override
        String done() {
            return "is removed";
        }
    }

    @Command(name = "policy", description = "Set how far a site is linked.")
    static final class SetPolicy extends OfMember {
        @Parameters(
                index = "1",
                paramLabel = "POLICY",
                description = "none, hub, new, or numbers of sub-networks with commas between them.")
        String policy = "";

        @Override
        UUID change(Members members, Wwwroot member) {
            return switch (policy) {
                case "none" -> members.policyNone(member, ACTOR);
                case "hub" -> members.policyHub(member, ACTOR);
                case "new" -> members.policyNew(member, ACTOR);
                default -> members.policySubNetworks(member, numbers(policy), ACTOR);
            };
        }

        private static List<Integer> numbers(String text) {
            if (!text.matches("[1-9][0-9]{0,5}(,[1-9][0-9]{0,5})*")) {
                throw new IllegalArgumentException(
                        "\"" + text + "\" is no policy; there are none, hub, new, and numbers such as 1 or 1,3.");
            }
            List<Integer> numbers = new ArrayList<>();
            for (String number : text.split(",")) {
                numbers.add(Integer.valueOf(number));
            }
            return numbers;
        }

        @Override
        String done() {
            return "has the policy " + policy;
        }
    }

    @Command(
            name = "strategy",
            description = "Set how a site's services follow: default (single sign-on) or subnetwork.")
    static final class SetStrategy extends OfMember {
        @Parameters(index = "1", paramLabel = "STRATEGY", description = "default or subnetwork.")
        String strategy = "";

        @Override
        UUID change(Members members, Wwwroot member) {
            return members.strategy(member, ServiceStrategy.ofLabel(strategy), ACTOR);
        }

        @Override
        String done() {
            return "has the strategy " + strategy;
        }
    }

    @Command(name = "links", description = "Show how the links of one site stand, at both ends of each.")
    static final class ShowLinks extends HubCommand {
        @Parameters(paramLabel = "PEER_URL", description = "Member of the network, or one that was.")
        String site = "";

        @Override
        protected void run(CliContext context, TenantLease hub) {
            Wwwroot member = Wwwroot.normalized(site);
            MemberLinks links = hub.get(Members.class).links(member);
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("site", member);
            document.put("state", links.sentence());
            document.put("missing", links.missing());
            document.put("links", links.ends().stream().map(LinksCli::document).toList());
            context.answer(document, out -> {
                out.println(member + ": " + links.sentence());
                links.ends().forEach(end -> out.println("  " + LinksCli.line(end)));
            });
        }
    }

    @Command(
            name = "services",
            description = "Show or set the services between members of a sub-network, or between hub and members (0).")
    static final class ServicesOf extends HubCommand {
        @Parameters(paramLabel = "NUMBER", description = "The sub-network; 0: between hub and members.")
        int number;

        @Option(
                names = "--set",
                split = ",",
                paramLabel = "NAME",
                description = "What members open to each other beyond what a new sub-network opens, both ways.")
        @Nullable
        List<String> services;

        @Option(names = "--publish", split = ",", paramLabel = "NAME", description = "What the newer site publishes.")
        @Nullable
        List<String> publish;

        @Option(
                names = "--subscribe",
                split = ",",
                paramLabel = "NAME",
                description = "What the newer site subscribes to at the older one.")
        @Nullable
        List<String> subscribe;

        @Option(
                names = "--confirm-administration",
                paramLabel = "REASON",
                description = "Why members may administer each other; recorded with your name.")
        @Nullable
        String why;

        @Override
        protected void run(CliContext context, TenantLease hub) {
            SubNetworks subNetworks = hub.get(SubNetworks.class);
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("number", number);
            try {
                if (services != null) {
                    List<String> wanted = names(services);
                    document.put(
                            "job",
                            subNetworks.setServices(number, wanted, ACTOR).toString());
                    document.put("services", wanted);
                } else if (publish != null || subscribe != null) {
                    document.put("job", set(subNetworks).toString());
                }
            } catch (IllegalArgumentException wrong) {
                throw CliException.badInput(String.valueOf(wrong.getMessage()));
            }
            ServiceMatrix matrix = number == 0
                    ? subNetworks.main()
                    : subNetworks
                            .find(number)
                            .map(SubNetwork::matrix)
                            .orElseThrow(() -> CliException.badInput("There is no sub-network " + number + "."));
            document.put("publish", matrix.publish());
            document.put("subscribe", matrix.subscribe());
            context.answer(document, out -> {
                out.println("publish:   " + String.join(" ", matrix.publish()));
                out.println("subscribe: " + String.join(" ", matrix.subscribe()));
            });
        }

        private UUID set(SubNetworks subNetworks) {
            ServiceMatrix matrix = new ServiceMatrix(
                    new TreeSet<>(names(publish == null ? List.of() : publish)),
                    new TreeSet<>(names(subscribe == null ? List.of() : subscribe)));
            return number == 0
                    ? subNetworks.setMain(matrix, ACTOR)
                    : subNetworks.setMatrix(number, matrix, Optional.ofNullable(why), ACTOR);
        }

        private static List<String> names(List<String> given) {
            return given.stream()
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .toList();
        }
    }
}
