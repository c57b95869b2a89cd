package network.constellation.peer.connectivity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.cli.CliContext;
import network.constellation.peer.cli.CliException;
import network.constellation.peer.cli.CliRoom;
import network.constellation.peer.cli.Table;
import network.constellation.peer.cli.TenantCommand;
import network.constellation.peer.cli.Verbs;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.tenant.TenantLease;
import network.constellation.peer.web.text.Languages;
import network.constellation.peer.web.text.Texts;
import network.constellation.protocol.method.connectivity.Grade;
import network.constellation.protocol.method.connectivity.LinkCheck;
import network.constellation.protocol.method.connectivity.PartResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code peer ping} and {@code peer links}. */
public final class ConnectivityCli implements CliRoom {
    @Override
    public void verbs(Verbs verbs) {
        verbs.add("peer", PingOne.class).add("peer", Links.class);
    }

    @Command(
            name = "ping",
            description = {
                "Look at the link to one peer, part by part: name, connection, certificate, call, clock, keys, services.",
                "Exit status 1 when a part has failed."
            })
    static final class PingOne extends TenantCommand {
        @Parameters(paramLabel = "PEER_URL", description = "The peer's address.")
        String peer = "";

        @Override
        protected void run(CliContext context, TenantLease tenant) {
            Peer asked = tenant.get(Peers.class).require(Wwwroot.normalized(peer));
            if (!asked.isApproved()) {
                throw CliException.failed(
                        asked.wwwroot() + " is " + asked.state().label() + " here; only approved peers are called.");
            }
            LinkCheck link = tenant.get(Connectivity.class).look(asked);
            Texts.Text words = tenant.get(Texts.class).in(Languages.ENGLISH, Findings.class);
            context.answer(document(link, words), out -> {
                Table table = new Table("PART", "STATE", "FOUND");
                link.all()
                        .forEach(part -> table.row(
                                part.part().label(),
                                part.grade().label(),
                                part.grade() == Grade.UNKNOWN ? "" : words.say("say." + part.key(), part.detail())));
                table.print(out, "");
                link.worst()
                        .ifPresent(worst -> out.println("To do: " + words.say("do." + worst.key(), worst.detail())));
            });
            if (link.grade() == Grade.BAD) {
                throw CliException.failed("The link to " + asked.wwwroot() + " does not work.");
            }
        }
    }

    @Command(name = "links", description = "Show the links of a site as they were found last.")
    static final class Links extends TenantCommand {
        @Override
        protected void run(CliContext context, TenantLease tenant) {
            List<LinkCheck> links = tenant.get(Connectivity.class).links();
            Texts.Text words = tenant.get(Texts.class).in(Languages.ENGLISH, Findings.class);
            context.answer(links.stream().map(link -> document(link, words)).toList(), out -> {
                Table table = new Table("STATE", "PEER", "FOUND", "SINCE", "LOOKED");
                links.forEach(link -> table.row(
                        link.grade().label(),
                        link.peer(),
                        link.worst()
                                .map(worst -> words.say("say." + worst.key(), worst.detail()))
                                .orElse("well"),
                        link.since(),
                        link.at()));
                table.print(out, "No link was looked at yet. Look at one: constellation peer ping PEER_URL");
            });
        }
    }

    private static Map<String, Object> document(LinkCheck link, Texts.Text words) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("peer", link.peer());
        document.put("state", link.grade().label());
        document.put("word", link.word());
        document.put("at", link.at());
        document.put("since", link.since());
        document.put("latencyMillis", link.latency());
        document.put("version", link.version());
        List<Map<String, Object>> parts = new ArrayList<>();
        for (PartResult part : link.all()) {
            boolean measured = part.grade() != Grade.UNKNOWN;
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("part", part.part().label());
            one.put("state", part.grade().label());
            one.put("word", part.word());
            one.put("detail", part.detail());
            one.put("sentence", measured ? words.say("say." + part.key(), part.detail()) : "");
            one.put("remedy", part.grade().isTrouble() ? words.say("do." + part.key(), part.detail()) : "");
            parts.add(one);
        }
        document.put("parts", parts);
        return document;
    }
}
