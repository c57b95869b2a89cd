package network.constellation.peer.peers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.fingerprint.Fingerprint;
import network.constellation.keys.identity.PublicIdentity;
import network.constellation.peer.cli.CliContext;
import network.constellation.peer.cli.CliException;
import network.constellation.peer.cli.CliRoom;
import network.constellation.peer.cli.Table;
import network.constellation.peer.cli.TenantCommand;
import network.constellation.peer.cli.Verbs;
import network.constellation.peer.outbound.UnreachableException;
import network.constellation.peer.tenant.TenantLease;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code net ...}: the sites that a tenant knows, and the services between them. */
public final class PeersCli implements CliRoom {
    static final String ACTOR = "command line";

    @Override
    public void verbs(Verbs verbs) {
        verbs.group("net", "The other sites that a site knows, and the services between them.")
                .badInput(PeersException.class)
                .failure(UnreachableException.class)
                .add("net", PeerAddCommand.class)
                .add("net", Approve.class)
                .add("net", Refuse.class)
                .add("net", Suspend.class)
                .add("net", Resume.class)
                .add("net", Remove.class)
                .add("net", ListAll.class)
                .add("net", ServicesOf.class);
    }

    static Map<String, Object> document(PublicIdentity identity, PeerState state, PeerTerms terms) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("wwwroot", identity.wwwroot());
        document.put("state", state.label());
        document.put("application", terms.application().label());
        document.put("suite", terms.choice().label());
        document.put("fingerprint", Fingerprint.of(identity).hex());
        document.put("certificateSha256", Fingerprint.of(identity.certificate()).hex());
        document.put("modern", identity.modern().isPresent());
        document.put("keyExpires", identity.certificate().notAfter());
        return document;
    }

    /** What the verbs on one site share. */
    @Command
    abstract static class OnOne extends TenantCommand {
        @Parameters(paramLabel = "PEER_URL", description = "The other site's address.")
        String peer = "";

        @Override
        protected final void run(CliContext context, TenantLease tenant) {
            Wwwroot address = Wwwroot.normalized(peer);
            String done = change(tenant, address);
            context.done(
                    done + " " + address + ".",
                    Map.of("wwwroot", address, "done", done.toLowerCase(java.util.Locale.ROOT)));
        }

        /** @return what was done, as the first word of a sentence */
        abstract String change(TenantLease tenant, Wwwroot address);
    }

    /** What the verbs on a site that waits share. */
    @Command
    abstract static class OnOffer extends OnOne {
        @Option(names = "--fingerprint", paramLabel = "SHA256", description = "Which key, if several were offered.")
        @Nullable
        String fingerprint;

        final Optional<String> key() {
            return Optional.ofNullable(fingerprint);
        }
    }

    @Command(
            name = "approve",
            description = "Make a pending site a peer: its administrator read you the same fingerprint.")
    static final class Approve extends OnOffer {
        @Override
        String change(TenantLease tenant, Wwwroot address) {
            tenant.get(Offers.class).approve(address, key(), ACTOR);
            return "Approved";
        }
    }

    @Command(name = "refuse", description = "Say no to a pending site.")
    static final class Refuse extends OnOffer {
        @Override
        String change(TenantLease tenant, Wwwroot address) {
            tenant.get(Offers.class).refuse(address, key(), ACTOR);
            return "Refused";
        }
    }

    @Command(name = "suspend", description = "Neither serve nor call a peer for the time being.")
    static final class Suspend extends OnOne {
        @Override
        String change(TenantLease tenant, Wwwroot address) {
            tenant.get(Peers.class).suspend(address, ACTOR);
            return "Suspended";
        }
    }

    @Command(name = "resume", description = "Serve and call a suspended peer again.")
    static final class Resume extends OnOne {
        @Override
        String change(TenantLease tenant, Wwwroot address) {
            tenant.get(Peers.class).resume(address, ACTOR);
            return "Resumed";
        }
    }

    @Command(name = "remove", description = "Know a site no more: it is a stranger from now on.")
    static final class Remove extends OnOne {
        @Override
        String change(TenantLease tenant, Wwwroot address) {
            Peers peers = tenant.get(Peers.class);
            boolean offered = tenant.get(Offers.class).list().stream()
                    .anyMatch(offer -> offer.wwwroot().equals(address));
            if (offered) {
                tenant.get(Offers.class).forget(address, ACTOR);
            }
            if (!offered || peers.find(address).isPresent()) {
                peers.remove(address, ACTOR);
            }
            return "Removed";
        }
    }

    @Command(name = "list", description = "List the sites that this site knows, and those that wait for a decision.")
    static final class ListAll extends TenantCommand {
        @Override
        protected void run(CliContext context, TenantLease tenant) {
            Peers peers = tenant.get(Peers.class);
            List<Map<String, Object>> documents = new ArrayList<>();
            for (Peer peer : peers.list()) {
                Map<String, Object> document = document(peer.identity(), peer.state(), peer.terms());
                Contact contact = peers.contact(peer.wwwroot());
                document.put("speaks", peer.callSuite().label());
                document.put("hub", peer.hub());
                document.put("keySince", peer.keys().since());
                contact.lastContact().ifPresent(at -> document.put("lastContact", at));
                contact.lastError().ifPresent(error -> document.put("lastError", error));
                documents.add(document);
            }
            for (PeerOffer offer : tenant.get(Offers.class).list()) {
                Map<String, Object> document = document(offer.identity(), offer.state(), offer.terms());
                document.put("origin", offer.origin());
                document.put("offered", offer.offered());
                documents.add(document);
            }
            context.answer(documents, out -> {
                Table table = new Table("STATE", "ADDRESS", "APPLICATION", "SUITE", "FINGERPRINT", "LAST CONTACT");
                documents.forEach(row -> table.row(
                        row.get("state"),
                        row.get("wwwroot"),
                        row.get("application"),
                        row.getOrDefault("speaks", row.get("suite")),
                        String.valueOf(row.get("fingerprint")).substring(0, 16) + "...",
                        row.getOrDefault("lastContact", "-")));
                table.print(out, "No other site yet. Add one: constellation net add --data DIR --tenant URL PEER_URL");
            });
        }
    }

    @Command(
            name = "services",
            description = {
                "Show or replace the services between this site and a peer, or all hosts.",
                "Each option replaces that list; an empty one (--publish=) clears it."
            })
    static final class ServicesOf extends TenantCommand {
        private static final String ALL = "all-hosts";

        @Parameters(paramLabel = "PEER_URL|all-hosts", description = "The other site's address, or all-hosts.")
        String peer = "";

        @Option(names = "--publish", split = ",", paramLabel = "NAME", description = "Services they may call here.")
        @Nullable
        List<String> publish;

        @Option(names = "--subscribe", split = ",", paramLabel = "NAME", description = "Services we may call there.")
        @Nullable
        List<String> subscribe;

        @Override
        protected void run(CliContext context, TenantLease tenant) {
            Optional<Wwwroot> holder = peer.equals(ALL) ? Optional.empty() : Optional.of(Wwwroot.normalized(peer));
            holder.ifPresent(tenant.get(Peers.class)::require);
            Services services = tenant.get(Services.class);
            if (publish != null || subscribe != null) {
                services.set(holder, names(publish), names(subscribe), ACTOR);
            }
            List<ServiceGrant> rows =
                    services.table().rows(holder.map(Wwwroot::value).orElse(ServiceTable.ALL_HOSTS));
            List<String> published = rows.stream()
                    .filter(ServiceGrant::publish)
                    .map(ServiceGrant::service)
                    .toList();
            List<String> subscribed = rows.stream()
                    .filter(ServiceGrant::subscribe)
                    .map(ServiceGrant::service)
                    .toList();
            context.answer(Map.of("peer", peer, "publish", published, "subscribe", subscribed), out -> {
                out.println("Published:  " + (published.isEmpty() ? "nothing" : String.join(", ", published)));
                out.println("Subscribed: " + (subscribed.isEmpty() ? "nothing" : String.join(", ", subscribed)));
            });
        }

        private static Optional<Set<String>> names(@Nullable List<String> typed) {
            if (typed == null) {
                return Optional.empty();
            }
            Set<String> names = new LinkedHashSet<>();
            for (String name : typed) {
                String bare = name.strip();
                if (!bare.isEmpty() && !names.add(bare)) {
                    throw CliException.badInput("The service " + bare + " is named twice.");
                }
            }
            return Optional.of(names);
        }
    }
}
