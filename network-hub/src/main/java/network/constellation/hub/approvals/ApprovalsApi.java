package network.constellation.hub.approvals;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import network.constellation.hub.api.ApiException;
import network.constellation.hub.api.ApiRoom;
import network.constellation.hub.api.ApiScope;
import network.constellation.hub.api.ApiText;
import network.constellation.hub.api.Operations;
import network.constellation.hub.api.Paging;
import org.jspecify.annotations.Nullable;

/** Requests for a second person, for programs: to be read. Approving takes a person, so no token does it. */
final class ApprovalsApi implements ApiRoom {
    private static final int MOST = 200;

    private final Approvals approvals;

    @Inject
    ApprovalsApi(Approvals approvals) {
        this.approvals = approvals;
    }

    record ApprovalsAsked(
            @ApiText("How many to leave out; 0, if not given.") @Nullable
            Integer offset,

            @ApiText("How many to give; 50, if not given, at most 200.") @Nullable
            Integer limit) {}

    record ApprovalAsked(@ApiText("The request.") int number) {}

    @ApiText("A dangerous act that somebody asked for.")
    record ApprovalShown(
            int number,
            String kind,
            @ApiText("The text of what would run.") String preview,

            @ApiText("Of the preview: what a second person approves.")
            String sha256,

            String reason,
            String by,

            @ApiText("waiting, executing, done, failed, changed, refused or expired.")
            String state,

            @ApiText("Who approved it so far.") List<String> voices,
            @Nullable String outcome,
            Instant asked,
            Instant expires) {}

    record ApprovalList(int total, List<ApprovalShown> approvals) {}

    @Override
    public void operations(Operations operations) {
        operations
                .group("approvals")
                .get(
                        "listApprovals",
                        "/approvals",
                        ApiScope.NETWORK_READ,
                        "List what was asked for and needs a second person, newest first.",
                        ApprovalsAsked.class,
                        ApprovalList.class,
                        (asked, call) -> list(asked))
                .get(
                        "showApproval",
                        "/approvals/{number}",
                        ApiScope.NETWORK_READ,
                        "Show one request for a second person.",
                        ApprovalAsked.class,
                        ApprovalShown.class,
                        (asked, call) -> one(asked.number()));
    }

    private ApprovalList list(ApprovalsAsked asked) {
        Paging part = Paging.of(asked.offset(), asked.limit(), 50, MOST);
        return new ApprovalList(
                approvals.count(),
                approvals.list(part.offset(), part.limit()).stream()
                        .map(ApprovalsApi::shown)
                        .toList());
    }

    private ApprovalShown one(int number) {
        try {
            return shown(approvals.required(number));
        } catch (ApprovalRefused none) {
            throw ApiException.notFound(String.valueOf(none.getMessage()));
        }
    }

    private static ApprovalShown shown(Approval one) {
        return new ApprovalShown(
                one.number(),
                one.kind(),
                one.preview(),
                one.sha256(),
                one.reason(),
                one.askedBy().name(),
                one.state().label(),
                one.voices().stream().map(Approval.Voice::username).toList(),
                one.outcome().orElse(null),
                one.askedAt(),
                one.expiresAt());
    }
}
