package network.constellation.testnetwork.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import network.constellation.hub.directory.Suspensions;
import network.constellation.hub.registry.Invitations;
import network.constellation.hub.subnets.LinkEnd;
import network.constellation.hub.subnets.SubNetworks;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.jobs.JobView;
import network.constellation.peer.jobs.Jobs;
import network.constellation.peer.node.Node;
import network.constellation.peer.outbound.PeerClient;
import network.constellation.peer.outbound.UnreachableException;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.subnets.Membership;
import network.constellation.peer.tenant.TenantLease;
import network.constellation.protocol.call.Fault;
import network.constellation.protocol.method.Nothing;
import network.constellation.protocol.method.system.SystemMethods;
import network.constellation.testnetwork.TestNetwork;

/** What a test may ask of a node with many tenants, and of one that calls many peers. */
final class NodeCrowdOrders {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration ONE_CALL = Duration.ofSeconds(30);
    private static final int AT_ONCE = 8;

    private final Node node;
    /** By peer, the fault that it answered first. */
    private final Map<String, Integer> refusals = new ConcurrentHashMap<>();

    NodeCrowdOrders(Node node) {
        this.node = node;
    }

    /** Empty: no order of these. */
    Optional<String> obey(String order, String rest) {
        return switch (order) {
            case "invitations" -> Optional.of(invitations(rest.split(" ")));
            case "crowd" -> Optional.of(crowd(rest.split(" ")));
            case "enter" -> Optional.of(enter(rest.split(" ")));
            case "linkcount" -> Optional.of(linkCount());
            case "suspend" -> Optional.of(suspend(rest));
            case "assault" -> Optional.of(assault());
            default -> Optional.empty();
        };
    }

    /** {@code COUNT SUBNETWORK}: so many invitations, separated by commas. */
    private String invitations(String[] words) {
        try (TenantLease hub = first()) {
            return IntStream.range(0, Integer.parseInt(words[0]))
                    .mapToObj(i -> hub.get(Invitations.class)
                            .invite("", Optional.of(Integer.valueOf(words[1])), TestNetwork.ACTOR)
                            .line())
                    .collect(Collectors.joining(","));
        }
    }

    /** {@code PREFIX PORT INVITATIONS}: makes a tenant for each invitation and has it join. */
    private String crowd(String[] words) {
        String[] invitations = words[2].split(",");
        List<Callable<String>> work = new ArrayList<>();
        for (int i = 0; i < invitations.length; i++) {
            Wwwroot wwwroot = Wwwroot.of("http://" + words[0] + i + ".localhost:" + words[1]);
            String invitation = invitations[i];
            work.add(() -> {
                node.tenants().add(wwwroot, "Site " + wwwroot.host());
                try (TenantLease site = node.tenants().open(wwwroot)) {
                    UUID job = site.get(Membership.class).join(invitation, TestNetwork.ACTOR);
                    JobView end = site.get(Jobs.class).await(job, PATIENCE);
                    return end.state() + end.lastError().map(why -> " " + why).orElse("");
                }
            });
        }
        List<String> states = together(work, 4);
        List<String> failed = states.stream()
                .filter(state -> !state.startsWith(JobView.State.DONE.name()))
                .toList();
        return states.size() - failed.size() + " of " + invitations.length + " joined" + String.join(", ", failed);
    }

    /** {@code SUBNETWORKS WWWROOT}: joins a member to each of these, separated by commas. */
    private String enter(String[] words) {
        try (TenantLease hub = first()) {
            Arrays.stream(words[0].split(","))
                    .forEach(number -> hub.get(SubNetworks.class)
                            .join(Integer.parseInt(number), Wwwroot.of(words[1]), TestNetwork.ACTOR));
            return "entered";
        }
    }

    private String suspend(String wwwroot) {
        try (TenantLease hub = first()) {
            return hub.get(Suspensions.class).suspend(Wwwroot.of(wwwroot), "test", TestNetwork.ACTOR)
                    ? "suspended"
                    : "as before";
        }
    }

    private String linkCount() {
        try (TenantLease hub = first()) {
            return hub.get(SubNetworks.class).links().stream()
                    .collect(Collectors.groupingBy(LinkEnd::state, TreeMap::new, Collectors.counting()))
                    .toString();
        }
    }

    /** Calls every peer that has not refused yet. @return how many answered so far, in which way */
    private String assault() {
        try (TenantLease site = first()) {
            List<Peer> peers = site.get(Peers.class).list().stream()
                    .filter(Peer::isApproved)
                    .filter(peer -> !peer.hub())
                    .filter(peer -> !refusals.containsKey(peer.wwwroot().value()))
                    .toList();
            List<Callable<String>> calls = new ArrayList<>();
            peers.forEach(peer -> calls.add(() -> call(site.get(PeerClient.class), peer)));
            Map<String, Long> answers = new TreeMap<>(together(calls, AT_ONCE).stream()
                    .collect(Collectors.groupingBy(answer -> answer, Collectors.counting())));
            Map<Integer, Long> refused = new TreeMap<>(
                    refusals.values().stream().collect(Collectors.groupingBy(code -> code, Collectors.counting())));
            return "answered=" + answers.getOrDefault("answered", 0L) + " unreachable="
                    + answers.getOrDefault("unreachable", 0L) + " refused=" + refusals.size() + " codes=" + refused;
        }
    }

    private String call(PeerClient client, Peer peer) {
        try {
            client.callOnce(peer, SystemMethods.LIST_SERVICES, Nothing.NOTHING, ONE_CALL);
            return "answered";
        } catch (Fault refused) {
            refusals.put(peer.wwwroot().value(), refused.code());
            return "refused";
        } catch (UnreachableException silent) {
            return "unreachable";
        }
    }

    private static List<String> together(List<Callable<String>> work, int atOnce) {
        ExecutorService threads = Executors.newFixedThreadPool(atOnce);
        try {
            List<String> results = new ArrayList<>();
            for (Future<String> each : threads.invokeAll(work)) {
                results.add(each.get());
            }
            return results;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } finally {
            threads.shutdown();
        }
    }

    private TenantLease first() {
        return node.tenants().open(node.tenants().list().get(0).wwwroot());
    }
}
