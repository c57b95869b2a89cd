package network.constellation.peer.door;

import org.eclipse.jetty.util.Callback;

/** Runs something right before a request is completed: afterwards its connection may already serve the next one. */
final class Ending implements Callback {
    private final Callback callback;
    private final Runnable before;

    Ending(Callback callback, Runnable before) {
        this.callback = callback;
        this.before = before;
    }

    @Override
    public void succeeded() {
        try {
            before.run();
        } finally {
            callback.succeeded();
        }
    }

    @Override
    public void failed(Throwable why) {
        try {
            before.run();
        } finally {
            callback.failed(why);
        }
    }

    @Override
    public InvocationType getInvocationType() {
        return callback.getInvocationType();
    }
}
