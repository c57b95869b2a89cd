package network.constellation.hub.subnets;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import network.constellation.hub.fanout.Answer;
import network.constellation.hub.fanout.Fanout;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.jobs.JobContext;
import network.constellation.peer.jobs.JobKind;
import network.constellation.peer.outbound.UnreachableException;

/**
 * Brings every end of the links that a change concerns to what is wanted: tells the sites, notes their yes. Each end stands
 * for itself, so a site that is down holds up nobody else; the job ends when all have confirmed and tries the others again
 * with back-off until then.
 */
public final class LinksJob implements JobKind<LinksState> {
    /** A run that takes longer comes back to the rest. */
    private static final Duration RUN = Duration.ofMinutes(10);

    private final Wwwroot hub;
    private final LinkReadStore links;
    private final LinkTeller teller;
    private final Fanout fanout;

    @Inject
    LinksJob(Wwwroot hub, LinkReadStore links, LinkTeller teller, Fanout fanout) {
        this.hub = hub;
        this.links = links;
        this.teller = teller;
        this.fanout = fanout;
    }

    @Override
    public String name() {
        return "subnet-links";
    }

    @Override
    public Class<LinksState> stateType() {
        return LinksState.class;
    }

    @Override
    public List<NamedStep<LinksState>> steps() {
        return List.of(JobKind.step("tell", this::tell));
    }

    @Override
    public RetryPolicy retries() {
        return new RetryPolicy(Duration.ofSeconds(1), Duration.ofSeconds(30), 10_000);
    }

    private LinksState tell(JobContext job, LinksState state) {
        List<LinkEnd> open = state.site().map(links::of).orElseGet(links::open).stream()
                .filter(LinkEnd::isOpen)
                .toList();
        Map<Wwwroot, List<LinkEnd>> bySite = new LinkedHashMap<>();
        // The site's siblings come before its hub: with that the site would listen no more.
        open.stream()
                .sorted(Comparator.comparing(LinkEnd::isOfHub).thenComparing(LinkEnd::changedAt))
                .forEach(end -> bySite.computeIfAbsent(end.at(), at -> new ArrayList<>())
                        .add(end));
        List<LinkEnd> own = bySite.getOrDefault(hub, List.of());
        bySite.remove(hub);
        AtomicInteger confirmed = new AtomicInteger();
        Map<Wwwroot, Answer<Boolean>> answers = fanout.ask(bySite.keySet(), RUN, site -> {
            bySite.getOrDefault(site.wwwroot(), List.of()).forEach(end -> tell(job, end, confirmed, open.size()));
            return true;
        });
        own.forEach(end -> tell(job, end, confirmed, open.size()));
        if (confirmed.get() < open.size()) {
            throw new LinksMissing(open.size() - confirmed.get(), open.size(), answers.size());
        }
        return state.and(confirmed.get());
    }

    /** A site that is silent is not asked again in this run: that ends here. */
    private void tell(JobContext job, LinkEnd end, AtomicInteger confirmed, int of) throws UnreachableException {
        job.checkCancelled();
        if (teller.bring(end)) {
            int done = confirmed.incrementAndGet();
            job.progress(100 * done / of, done + "/" + of);
        }
    }

    /** Some ends have not confirmed; the job comes back to them. */
    static final class LinksMissing extends RuntimeException {
        private static final long serialVersionUID = 1L;

        LinksMissing(int missing, int of, int sites) {
            super(missing + " of " + of + " link ends at " + sites + " sites are still missing", null, false, false);
        }
    }
}
