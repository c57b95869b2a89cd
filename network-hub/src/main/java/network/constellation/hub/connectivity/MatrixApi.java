package network.constellation.hub.connectivity;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import network.constellation.hub.api.ApiException;
import network.constellation.hub.api.ApiRoom;
import network.constellation.hub.api.ApiScope;
import network.constellation.hub.api.ApiText;
import network.constellation.hub.api.Operations;
import network.constellation.keys.address.Wwwroot;
import network.constellation.protocol.method.connectivity.LinkCheck;
import network.constellation.protocol.method.connectivity.PartResult;

/** The matrix of links, for programs. */
final class MatrixApi implements ApiRoom {
    private final Matrix matrix;

    @Inject
    MatrixApi(Matrix matrix) {
        this.matrix = matrix;
    }

    record MatrixAsked(
            @ApiText("Only links with which something is wrong.")
            boolean trouble) {}

    @ApiText("What the site `at` found of its link to `about`.")
    record MatrixCellShown(
            Wwwroot at,
            Wwwroot about,
            @ApiText("good, warning or bad.") String state,

            @ApiText("What is wrong, such as tls.expired; well otherwise.")
            String word,

            String detail,
            Instant since,
            Instant looked) {}

    record MatrixShown(List<MatrixCellShown> cells) {}

    record LinkToRepair(
            @ApiText("One end.") Wwwroot one,
            @ApiText("The other end.") Wwwroot other) {}

    record LinkRepairStarted(
            @ApiText("The durable job that repairs.") UUID job) {}

    @Override
    public void operations(Operations operations) {
        operations
                .group("matrix")
                .get(
                        "showMatrix",
                        "/matrix",
                        ApiScope.NETWORK_READ,
                        "Show what every site found of its links to the others.",
                        MatrixAsked.class,
                        MatrixShown.class,
                        (asked, call) -> new MatrixShown(matrix.cells().stream()
                                .filter(cell ->
                                        !asked.trouble() || cell.check().grade().isTrouble())
                                .map(MatrixApi::shown)
                                .toList()))
                .post(
                        "repairLink",
                        "/matrix/repair",
                        ApiScope.NETWORK_WRITE,
                        "Tell both ends of a link again of keys and services, then look at it.",
                        LinkToRepair.class,
                        LinkRepairStarted.class,
                        (asked, call) -> repair(asked, call.actor()));
    }

    private LinkRepairStarted repair(LinkToRepair asked, String actor) {
        try {
            return new LinkRepairStarted(matrix.repair(asked.one(), asked.other(), actor));
        } catch (IllegalArgumentException wrong) {
            throw ApiException.badInput(String.valueOf(wrong.getMessage()));
        }
    }

    private static MatrixCellShown shown(MatrixCell cell) {
        LinkCheck check = cell.check();
        return new MatrixCellShown(
                cell.at(),
                cell.about(),
                check.grade().label(),
                check.word(),
                check.worst().map(PartResult::detail).orElse(""),
                check.since(),
                check.at());
    }
}
