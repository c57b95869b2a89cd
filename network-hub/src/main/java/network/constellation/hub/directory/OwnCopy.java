package network.constellation.hub.directory;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import network.constellation.peer.directory.DirectoryAnchors;
import network.constellation.protocol.directory.Directory;
import network.constellation.protocol.directory.DirectoryRefusedException;
import network.constellation.protocol.directory.SuspensionList;
import org.jspecify.annotations.Nullable;

/** The hub goes by its own directory and list like everybody else: what it signed is handed to its own site at once. */
@Singleton
final class OwnCopy {
    private final Mandate mandate;
    private final DirectoryAnchors anchors;
    private boolean leads;
    private @Nullable SuspensionList list;
    private @Nullable Directory directory;

    @Inject
    OwnCopy(Mandate mandate, DirectoryAnchors anchors) {
        this.mandate = mandate;
        this.anchors = anchors;
    }

    synchronized void keep(Directory signed) {
        directory = signed;
        handOver(true);
    }

    synchronized void keep(SuspensionList signed) {
        boolean first = list == null;
        list = signed;
        handOver(first);
    }

    /** @param both also the directory, which is large, and mostly as it was */
    private void handOver(boolean both) {
        Directory known = directory;
        SuspensionList newest = list;
        if (known != null && !leads) {
            anchors.lead(mandate.anchor().orElseThrow());
            leads = true;
        }
        if (known == null || newest == null) {
            return;
        }
        try {
            if (both) {
                anchors.published(known.document(), newest.encoded());
            } else {
                anchors.published(newest.encoded());
            }
        } catch (DirectoryRefusedException refused) {
            throw new IllegalStateException(
                    "This hub does not believe its own directory: " + refused.sentence(), refused);
        }
    }
}
