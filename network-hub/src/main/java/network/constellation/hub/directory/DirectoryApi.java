package network.constellation.hub.directory;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import network.constellation.hub.api.ApiException;
import network.constellation.hub.api.ApiRoom;
import network.constellation.hub.api.ApiScope;
import network.constellation.hub.api.ApiText;
import network.constellation.hub.api.NoInput;
import network.constellation.hub.api.Operations;
import network.constellation.hub.approvals.ApprovalNeeded;
import network.constellation.hub.approvals.Person;
import network.constellation.keys.address.Wwwroot;
import network.constellation.protocol.directory.Directory;
import org.jspecify.annotations.Nullable;

/** The signed directory and the suspension list, for programs. */
final class DirectoryApi implements ApiRoom {
    private final Publisher publisher;
    private final Suspensions suspensions;
    private final MemberReports reports;

    @Inject
    DirectoryApi(Publisher publisher, Suspensions suspensions, MemberReports reports) {
        this.publisher = publisher;
        this.suspensions = suspensions;
        this.reports = reports;
    }

    @ApiText("The directory that is out.")
    record DirectoryShown(
            String network,
            @ApiText("Term and sequence, such as 1.27.") String version,
            Wwwroot hub,
            Instant issued,
            Instant expires,
            int members,
            int subnetworks,
            int bytes) {}

    record DirectoryDocument(
            String version,

            @ApiText("The signed document as members verify it, in Base64.")
            String document) {}

    @ApiText("How far a member has come with the directory.")
    record ReportShown(
            Wwwroot peer,

            @ApiText("Name and version; empty when it did not say.")
            String software,

            @ApiText("The version that it has brought its peers in line with.")
            String applied,

            @ApiText("Links that it could not bring in line yet.")
            int missing,

            String note,
            Instant heard) {}

    record ReportList(List<ReportShown> reports) {}

    record SuspendAsked(
            @ApiText("The site.") Wwwroot address,

            @ApiText("Why; every site of the network can read it.") @Nullable
            String reason) {}

    record ResumeAsked(@ApiText("The site.") Wwwroot address) {}

    record Changed(
            Wwwroot address,
            @ApiText("Whether it was otherwise before.") boolean changed) {}

    record SuspendedShown(Wwwroot peer, Instant since, String reason) {}

    record SuspendedList(
            @ApiText("Number of the list; grows with each.") long sequence,
            Instant issued,
            Instant expires,
            List<SuspendedShown> suspended) {}

    @Override
    public void operations(Operations operations) {
        operations
                .group("directory")
                .refusal(ApprovalNeeded.class, 409, "approval-needed")
                .get(
                        "showDirectory",
                        "/directory",
                        ApiScope.NETWORK_READ,
                        "Show the version of the directory that is out.",
                        NoInput.class,
                        DirectoryShown.class,
                        (none, call) -> shown(current()))
                .get(
                        "downloadDirectory",
                        "/directory/document",
                        ApiScope.NETWORK_READ,
                        "Give the whole signed document.",
                        NoInput.class,
                        DirectoryDocument.class,
                        (none, call) -> {
                            Directory directory = current();
                            return new DirectoryDocument(
                                    directory.version().toString(),
                                    Base64.getEncoder().encodeToString(directory.document()));
                        })
                .get(
                        "listDirectoryReports",
                        "/directory/reports",
                        ApiScope.NETWORK_READ,
                        "List how far each member has come with the directory.",
                        NoInput.class,
                        ReportList.class,
                        (none, call) -> new ReportList(
                                reports.all().stream().map(DirectoryApi::shown).toList()))
                .get(
                        "listSuspended",
                        "/suspensions",
                        ApiScope.NETWORK_READ,
                        "Show the signed list of those that are cut off.",
                        NoInput.class,
                        SuspendedList.class,
                        (none, call) -> suspended())
                .post(
                        "suspendPeer",
                        "/peers/suspend",
                        ApiScope.NETWORK_WRITE,
                        "Cut a site off from the whole network, within minutes.",
                        SuspendAsked.class,
                        Changed.class,
                        (asked, call) -> new Changed(
                                asked.address(),
                                suspensions.suspend(
                                        asked.address(),
                                        asked.reason() == null ? "" : asked.reason(),
                                        new Person(call.account(), call.actor()))))
                .post(
                        "resumePeer",
                        "/peers/resume",
                        ApiScope.NETWORK_WRITE,
                        "Let a suspended site take part again.",
                        ResumeAsked.class,
                        Changed.class,
                        (asked, call) ->
                                new Changed(asked.address(), suspensions.resume(asked.address(), call.actor())));
    }

    private Directory current() {
        return publisher
                .publish()
                .orElseThrow(() -> ApiException.notFound("No directory was published yet; is this hub a standby?"));
    }

    private SuspendedList suspended() {
        return suspensions
                .list()
                .map(list -> new SuspendedList(
                        list.sequence(),
                        list.issued(),
                        list.expires(),
                        list.suspended().entrySet().stream()
                                .map(one -> new SuspendedShown(
                                        one.getKey(),
                                        one.getValue().since(),
                                        one.getValue().reason()))
                                .toList()))
                .orElseThrow(() -> ApiException.notFound("No list was signed yet; is this hub a standby?"));
    }

    private static DirectoryShown shown(Directory directory) {
        return new DirectoryShown(
                directory.header().network(),
                directory.version().toString(),
                directory.hub(),
                directory.header().issued(),
                directory.header().expires(),
                directory.members().size(),
                directory.subnetworks().size(),
                directory.document().length);
    }

    private static ReportShown shown(MemberReport report) {
        return new ReportShown(
                report.wwwroot(),
                report.software(),
                report.applied().toString(),
                report.missing(),
                report.note(),
                report.heard());
    }
}
