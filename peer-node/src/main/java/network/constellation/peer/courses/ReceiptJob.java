package network.constellation.peer.courses;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import network.constellation.peer.jobs.JobKind;
import network.constellation.peer.outbound.PeerClient;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.Peers;
import network.constellation.protocol.method.courses.CourseMethods;
import network.constellation.protocol.method.courses.OrderAnswer;
import network.constellation.protocol.method.courses.OrderReceipt;

/** Tells the holder of a package what became of an order, until it knows. */
@Singleton
final class ReceiptJob implements JobKind<ReceiptJob.Receipt> {
    private final OrderStore orders;
    private final Peers peers;
    private final PeerClient client;

    @Inject
    ReceiptJob(OrderStore orders, Peers peers, PeerClient client) {
        this.orders = orders;
        this.peers = peers;
        this.client = client;
    }

    /** Number of the order. */
    record Receipt(String order) {}

    @Override
    public String name() {
        return "courses.receipt";
    }

    @Override
    public Class<Receipt> stateType() {
        return Receipt.class;
    }

    @Override
    public RetryPolicy retries() {
        return new RetryPolicy(Duration.ofSeconds(2), Duration.ofMinutes(10), 500);
    }

    @Override
    public List<NamedStep<Receipt>> steps() {
        return List.of(JobKind.step("tell", (context, receipt) -> {
            Optional<ShelfOrder> order =
                    orders.find(receipt.order()).filter(known -> known.state().isEnd());
            Optional<Peer> holder =
                    order.flatMap(known -> peers.find(known.peer())).filter(Peer::isApproved);
            if (order.isPresent() && holder.isPresent()) {
                client.call(
                        holder.get(),
                        CourseMethods.RECEIVED,
                        new OrderReceipt(
                                order.get().id(),
                                state(order.get().state()),
                                order.get().note(),
                                order.get().copyCourse(),
                                order.get().url()));
            }
            return receipt;
        }));
    }

    static String state(ShelfOrder.State state) {
        return switch (state) {
            case OPEN -> OrderAnswer.WORKING;
            case DONE -> OrderAnswer.DONE;
            case FAILED -> OrderAnswer.FAILED;
            case REFUSED -> OrderAnswer.REFUSED;
        };
    }
}
