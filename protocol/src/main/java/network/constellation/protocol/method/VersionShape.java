package network.constellation.protocol.method;

import static network.constellation.protocol.method.Codecs.naturalAsString;
import static network.constellation.protocol.method.Codecs.number;
import static network.constellation.protocol.method.Codecs.struct;

import network.constellation.protocol.directory.DirectoryVersion;

/** A version of the directory on the wire: a struct of {@code term} (int) and {@code sequence} (digits in a string). */
public final class VersionShape {
    public static final ValueCodec<DirectoryVersion> VERSION = struct(
            version -> Members.create()
                    .with("term", number(), (long) version.term())
                    .with("sequence", naturalAsString(), version.sequence()),
            members -> new DirectoryVersion(
                    (int) Math.max(0, Math.min(members.required("term", number()), Integer.MAX_VALUE)),
                    members.required("sequence", naturalAsString())));

    private VersionShape() {}
}
