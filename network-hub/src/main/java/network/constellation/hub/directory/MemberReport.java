package network.constellation.hub.directory;

import java.time.Instant;
import network.constellation.keys.address.Wwwroot;
import network.constellation.protocol.directory.DirectoryVersion;

/**
 * What a member last said of itself when it asked for the directory.
 *
 * @param reporter the site that spoke: the same, or another of the same process
 * @param software name and version; empty when it did not say
 * @param applied the version that it has brought its peers in line with
 * @param missing links that it could not bring in line yet
 * @param note why, in its words
 */
public record MemberReport(
        Wwwroot wwwroot,
        Wwwroot reporter,
        String software,
        DirectoryVersion applied,
        int missing,
        String note,
        Instant heard) {}
