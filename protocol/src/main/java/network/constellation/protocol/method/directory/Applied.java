package network.constellation.protocol.method.directory;

import network.constellation.protocol.directory.DirectoryVersion;

/**
 * How far one site has brought its peers in line with the directory.
 *
 * @param wwwroot of the site
 * @param version which it has applied wholly
 * @param missing links that it could not bring in line yet
 * @param note the first reason, for people; empty when there is none
 */
public record Applied(String wwwroot, DirectoryVersion version, int missing, String note) {}
